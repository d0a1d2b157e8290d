package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.SchemaInspection;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Agreement of schema and Java: every field has a data fetcher, and nullness is equal. */
@ApiTest
class SchemaMappingTests {

    /** Fields that other modules resolve by id; their types are inspected in those modules. */
    private static final List<String> RESOLVED_BY_OTHER_MODULES =
            List.of(
                    "BadgeAward.contribution",
                    "BadgeAward.ruleVersion",
                    "RuleTrace.ruleVersion",
                    "SimulatedBadge.ruleVersion",
                    "SimulatedPointsEffect.ruleVersion",
                    "CustomerTier.tierSet");

    @Autowired SchemaInspection inspection;

    @Test
    void mapsEveryFieldWithEqualNullness() {
        var report = inspection.report();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors().values()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes())
                .map(skipped -> skipped.fieldCoordinates().toString())
                // The inspection covers the nodes of the edges; ConnectionsIT compares both.
                .filteredOn(field -> !field.endsWith("Connection.nodes"))
                .isSubsetOf(RESOLVED_BY_OTHER_MODULES);
    }
}
