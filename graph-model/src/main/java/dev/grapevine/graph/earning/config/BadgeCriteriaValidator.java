package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.BadgeCriteria;

/** Checks what it takes to earn a badge. A brand that has defined no kinds may count any. */
final class BadgeCriteriaValidator {

    private BadgeCriteriaValidator() {}

    static void check(RuleSpecValidator check, BadgeCriteria criteria) {
        var validation = check.inputs();
        check.zone(criteria.timeZone());
        var kindsOf = criteria.counts().stream().map(BadgeCriteria.WeightedKind::kind).toList();
        if (check.hasNoKinds()) {
            kindsOf.forEach(kind -> validation.kind("counts", kind));
        } else {
            check.kinds("counts", kindsOf);
        }
        RuleSpecValidator.once("counts", kindsOf, validation);
        check.isEarningEligible("counts", kindsOf);
        validation
                .require(!kindsOf.isEmpty(), "counts", "At least one kind is needed.")
                .require(!criteria.levels().isEmpty(), "levels", "At least one level is needed.")
                .atMost("levels", criteria.levels(), 10)
                .require(
                        !criteria.isRepeatable()
                                || criteria.period() != BadgeCriteria.MeasurePeriod.ALL_TIME,
                        "isRepeatable",
                        "What is measured for all time is earned once.");
        criteria.counts()
                .forEach(
                        weightedKind ->
                                validation.between("counts", weightedKind.weight(), -1_000, 1_000));
        var least = 0L;
        for (var level : criteria.levels()) {
            validation
                    .text("levels", level.name(), 1, 100)
                    .between("levels", level.threshold(), least + 1, largest(criteria));
            least = level.threshold();
        }
        if (criteria.when() != null) {
            check.condition("when", criteria.when(), kindsOf);
        }
    }

    private static long largest(BadgeCriteria criteria) {
        return switch (criteria.measure()) {
            case QUANTITY, VALUE -> 1_000_000_000_000L;
            case COUNT, DISTINCT_CONTRIBUTIONS, DISTINCT_KINDS, DISTINCT_DAYS, STREAK_OF_DAYS ->
                    1_000_000;
        };
    }
}
