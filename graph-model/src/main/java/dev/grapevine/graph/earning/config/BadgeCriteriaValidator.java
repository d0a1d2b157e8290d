package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.earning.rule.BadgeCriteria;


/** Checks what it takes to earn a badge. A brand that has defined no kinds may count any. */
final class BadgeCriteriaValidator {

    private BadgeCriteriaValidator() {}

    static void check(RuleSpecValidator check, BadgeCriteria badgeCriteria) {
        var validation = check.inputs();
        check.zone(badgeCriteria.timeZone());
        var kindsOf =
                badgeCriteria.counts().stream().map(BadgeCriteria.WeightedKind::kind).toList();
        if (check.hasNoKinds()) {
            kindsOf.forEach(kind -> validation.kind("counts", kind));
        } else {
            check.kinds("counts", kindsOf);
        }
        RuleSpecValidator.once("counts", kindsOf, validation);
        check.isEarningEligible("counts", kindsOf);
        validation
                .require(!kindsOf.isEmpty(), "counts", "At least one kind is needed.")
                .require(
                        !badgeCriteria.levels().isEmpty(),
                        "levels",
                        "At least one level is needed.")
                .atMost("levels", badgeCriteria.levels(), 10)
                .require(
                        !badgeCriteria.isRepeatable()
                                || badgeCriteria.period()
                                        != BadgeCriteria.MeasurePeriod.ALL_TIME,
                        "isRepeatable",
                        "What is measured for all time is earned once.");
        badgeCriteria
                .counts()
                .forEach(
                        weightedKind ->
                                validation.between("counts", weightedKind.weight(), -1_000, 1_000));
        var least = 0L;
        for (var level : badgeCriteria.levels()) {
            validation
                    .text("levels", level.name(), 1, 100)
                    .between("levels", level.threshold(), least + 1, largest(badgeCriteria));
            least = level.threshold();
        }
        if (badgeCriteria.when() != null) {
            check.condition("when", badgeCriteria.when(), kindsOf);
        }
    }

    private static long largest(BadgeCriteria badgeCriteria) {
        return switch (badgeCriteria.measure()) {
            case QUANTITY, VALUE -> 1_000_000_000_000L;
            case COUNT, DISTINCT_CONTRIBUTIONS, DISTINCT_KINDS, DISTINCT_DAYS, STREAK_OF_DAYS ->
                    1_000_000;
        };
    }
}
