package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Validation;

/** Validator of badge criteria. In a brand without activity kinds, criteria may count any kind. */
final class BadgeCriteriaValidator {

    private BadgeCriteriaValidator() {}

    static void check(RuleSpecValidator validator, BadgeCriteria criteria) {
        var validation = validator.validation();
        validator.zone(criteria.timeZone());
        var kinds = criteria.kinds().stream().map(BadgeCriteria.WeightedKind::kind).toList();
        if (validator.hasNoKinds()) {
            kinds.forEach(kind -> validation.kind("kinds", kind));
        } else {
            validator.kinds("kinds", kinds);
        }
        RuleSpecValidator.once("kinds", kinds, validation);
        validator.isEarningEligible("kinds", kinds);
        validation
                .require(
                        !kinds.isEmpty(), "kinds", "kinds: at least one activity kind is required.")
                .require(
                        !criteria.levels().isEmpty(),
                        "levels",
                        "levels: at least one level is required.")
                .atMost("levels", criteria.levels(), 10)
                .require(
                        !criteria.isRepeatable()
                                || criteria.period() != BadgeCriteria.MeasurePeriod.ALL_TIME,
                        "isRepeatable",
                        "isRepeatable requires a period other than ALL_TIME.");
        criteria.kinds()
                .forEach(
                        weightedKind ->
                                validation.between("kinds", weightedKind.weight(), -1_000, 1_000));
        levels(criteria, validation);
        if (criteria.when() != null) {
            validator.condition("when", criteria.when(), kinds);
        }
    }

    private static void levels(BadgeCriteria criteria, Validation validation) {
        var previous = 0L;
        for (var level : criteria.levels()) {
            validation
                    .name("levels", level.name(), 100)
                    .between("levels", level.threshold(), previous + 1, maxThreshold(criteria));
            previous = level.threshold();
        }
    }

    private static long maxThreshold(BadgeCriteria criteria) {
        return switch (criteria.measure()) {
            case QUANTITY, VALUE -> 1_000_000_000_000L;
            case COUNT, DISTINCT_CONTRIBUTIONS, DISTINCT_KINDS, DISTINCT_DAYS, STREAK_OF_DAYS ->
                    1_000_000;
        };
    }
}
