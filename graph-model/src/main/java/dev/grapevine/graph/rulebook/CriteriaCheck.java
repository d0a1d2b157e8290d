package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.rule.Criteria;

/** Checks what it takes to earn a badge. A brand that has defined no kinds may count any. */
final class CriteriaCheck {

    private CriteriaCheck() {}

    static void check(SpecCheck check, Criteria criteria) {
        var inputs = check.inputs();
        check.zone(criteria.timeZone());
        var kindsOf = criteria.counts().stream().map(Criteria.Counted::kind).toList();
        if (check.knowsNoKinds()) {
            kindsOf.forEach(kind -> inputs.kind("counts", kind));
        } else {
            check.kinds("counts", kindsOf);
        }
        SpecCheck.once("counts", kindsOf, inputs);
        check.mayEarn("counts", kindsOf);
        inputs.require(!kindsOf.isEmpty(), "counts", "At least one kind is needed.")
                .require(!criteria.levels().isEmpty(), "levels", "At least one level is needed.")
                .atMost("levels", criteria.levels(), 10)
                .require(
                        !criteria.isRepeatable()
                                || criteria.partition() != Criteria.Partition.ALL_TIME,
                        "isRepeatable",
                        "What is measured for all time is earned once.");
        criteria.counts()
                .forEach(counted -> inputs.between("counts", counted.weight(), -1_000, 1_000));
        var least = 0L;
        for (var level : criteria.levels()) {
            inputs.text("levels", level.name(), 1, 100)
                    .between("levels", level.threshold(), least + 1, largest(criteria));
            least = level.threshold();
        }
        if (criteria.when() != null) {
            check.condition("when", criteria.when(), kindsOf);
        }
    }

    private static long largest(Criteria criteria) {
        return switch (criteria.measure()) {
            case QUANTITY, VALUE -> 1_000_000_000_000L;
            case COUNT, DISTINCT_CONTRIBUTIONS, DISTINCT_KINDS, DISTINCT_DAYS, STREAK_OF_DAYS ->
                    1_000_000;
        };
    }
}
