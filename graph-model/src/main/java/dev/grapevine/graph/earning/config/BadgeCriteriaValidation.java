package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Set;

/** Checks what it takes to earn a badge. */
@Component
public class BadgeCriteriaValidation {

    private final ActivityKinds kinds;
    private final RuleHistories histories;

    BadgeCriteriaValidation(ActivityKinds kinds, RuleHistories histories) {
        this.kinds = kinds;
        this.histories = histories;
    }

    /**
     * Notes what is wrong with a badge. A brand that has defined no kinds of activities may count
     * any.
     *
     * @param criteria null for a badge that is only awarded by hand
     */
    public void check(
            Validation validation,
            String brandId,
            String key,
            String name,
            @Nullable BadgeCriteria criteria) {
        var check =
                new RuleSpecValidator(
                                kinds.known(brandId),
                                Set.of(),
                                histories.of(brandId).latest(),
                                validation)
                        .named(key, name);
        if (criteria != null) {
            check.badge(criteria);
        }
    }

    /** The same, with the values of fields as activities have them. */
    public BadgeCriteria canonical(String brandId, BadgeCriteria criteria) {
        var of = criteria.counts().stream().map(BadgeCriteria.WeightedKind::kind).toList();
        var fields = new FieldValueNormalizer(kinds.known(brandId), of);
        return criteria.when(fields.in(criteria.when()));
    }
}
