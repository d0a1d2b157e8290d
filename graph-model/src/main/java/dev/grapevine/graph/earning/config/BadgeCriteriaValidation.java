package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/** Validates and normalizes the criteria of badges against the configuration of a brand. */
@Component
public class BadgeCriteriaValidation {

    private final ActivityKinds kinds;
    private final RuleHistories histories;

    BadgeCriteriaValidation(ActivityKinds kinds, RuleHistories histories) {
        this.kinds = kinds;
        this.histories = histories;
    }

    /**
     * Validates key, name and criteria of a badge and adds the violations to {@code validation}. In
     * a brand without activity kinds, criteria may count any kind.
     *
     * @param criteria null for a badge that is awarded manually or by rules only
     */
    public void check(
            Validation validation,
            String brandId,
            String key,
            String name,
            @Nullable BadgeCriteria criteria) {
        var validator =
                new RuleSpecValidator(
                                kinds.known(brandId),
                                Set.of(),
                                histories.of(brandId).latest(),
                                validation)
                        .named(key, name);
        if (criteria != null) {
            validator.badge(criteria);
        }
    }

    /**
     * Returns a copy whose condition compares fields with canonical values, as activities store
     * them.
     */
    public BadgeCriteria canonical(String brandId, BadgeCriteria criteria) {
        var countedKinds = criteria.kinds().stream().map(BadgeCriteria.WeightedKind::kind).toList();
        var fields = new FieldValueNormalizer(kinds.known(brandId), countedKinds);
        return criteria.when(fields.in(criteria.when()));
    }
}
