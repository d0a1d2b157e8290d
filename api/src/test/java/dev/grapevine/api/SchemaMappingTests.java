package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.SchemaInspection;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/**
 * Every field of the schema has Java behind it, and what may be null in the one may be null in the
 * other.
 */
@ApiTest
class SchemaMappingTests {

    /** What other modules find by its id; there its type is inspected. */
    private static final List<String> OF_OTHER_MODULES =
            List.of(
                    "BadgeAward.contribution",
                    "BadgeAward.ruleVersion",
                    "RuleTrace.ruleVersion",
                    "SimulatedBadge.ruleVersion",
                    "SimulatedPointsEffect.ruleVersion",
                    "CustomerTier.tierSet");

    @Autowired SchemaInspection inspection;

    @Test
    void leavesNothingForTheInspectorToSay() {
        var report = inspection.report();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors().values()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes())
                .map(skipped -> skipped.fieldCoordinates().toString())
                // The nodes of the edges, whose type is inspected there; see ConnectionsIT.
                .filteredOn(field -> !field.endsWith("Connection.nodes"))
                .isSubsetOf(OF_OTHER_MODULES);
    }
}
