package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.CalendarPeriod;


import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures what badges ask for, and says which are earned. Only the latest period is kept:
 * activities come in their order.
 */
final class BadgeEvaluator {

    /** Name under which it is kept that a badge was earned, before its key. */
    static final String EARNED = "earned|";

    private static final String MEASURE = "measure|";
    private static final String LATEST = "latest";
    private static final String LENGTH = "length";

    private final ActivityFacts activityFacts;
    private final LocalTimes localTimes;
    private final EarningState earningState;
    private final ConditionEvaluator conditionEvaluator;
    private final List<EvaluationResult.BadgeMatch> badgeMatch = new ArrayList<>(0);

    BadgeEvaluator(
            ActivityFacts activityFacts,
            LocalTimes localTimes,
            EarningState earningState,
            ConditionEvaluator conditionEvaluator) {
        this.activityFacts = activityFacts;
        this.localTimes = localTimes;
        this.earningState = earningState;
        this.conditionEvaluator = conditionEvaluator;
    }

    /** What the activity earns of a badge that looks at its kind. */
    List<EvaluationResult.BadgeEffect> of(String badge, BadgeCriteria badgeCriteria) {
        var isOfContribution =
                badgeCriteria.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION;
        if (isOfContribution && activityFacts.subjectId() == null) {
            return List.of();
        }
        var when = badgeCriteria.when();
        if (when != null && !conditionEvaluator.isSatisfied(when, badgeCriteria.timeZone())) {
            return List.of();
        }
        var counters = isOfContribution ? ofContribution() : earningState.own();
        var day = localTimes.day(badgeCriteria.timeZone());
        var partition = periodKey(badgeCriteria.period(), day);
        var measure = measure(counters, badge, badgeCriteria, partition, day);
        badgeMatch.add(new EvaluationResult.BadgeMatch(badge, partition));
        var scope = badgeCriteria.isRepeatable() ? partition : Counters.ONLY;
        var earned = new ArrayList<EvaluationResult.BadgeEffect>(0);
        for (var level = 0; level < badgeCriteria.levels().size(); level++) {
            if (measure >= badgeCriteria.levels().get(level).threshold()
                    && isNew(badge, badgeCriteria, level, partition)) {
                earned.add(new EvaluationResult.BadgeEffect(badge, level, scope, measure, null));
            }
        }
        return earned;
    }

    /** The badges that have looked at the activity. */
    List<EvaluationResult.BadgeMatch> matches() {
        return badgeMatch;
    }

    /** What a rule awards. */
    List<EvaluationResult.BadgeEffect> of(String badge, String ruleVersionId) {
        var badgeEffect =
                new EvaluationResult.BadgeEffect(badge, 0, Counters.ONLY, 1, ruleVersionId);
        return isNew(earningState.own(), EARNED + badge, slot(0))
                ? List.of(badgeEffect)
                : List.of();
    }

    /**
     * Keeps which badges the customer has now, of whatever level and scope. Until then those count
     * that they had before the activity.
     */
    void markEarned(List<EvaluationResult.BadgeEffect> earned) {
        for (var badgeEffect : earned) {
            earningState.own().put(EARNED + badgeEffect.badgeKey(), Counters.ONLY, 1);
        }
    }

    private boolean isNew(String badge, BadgeCriteria badgeCriteria, int level, String partition) {
        if (!badgeCriteria.isRepeatable()) {
            return isNew(earningState.own(), EARNED + badge, slot(level));
        }
        if (badgeCriteria.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION) {
            return isNew(ofContribution(), EARNED + badge, slot(level));
        }
        var within = EARNED + badge + "|within";
        startPeriod(earningState.own(), within, partition);
        return isNew(earningState.own(), within, slot(level));
    }

    private static boolean isNew(Counters counters, String name, String slot) {
        if (counters.has(name, slot)) {
            return false;
        }
        counters.put(name, slot, 1);
        return true;
    }

    private static String slot(int level) {
        return Integer.toString(level);
    }

    private Counters ofContribution() {
        return earningState.of(Objects.requireNonNull(activityFacts.subjectId()));
    }

    private String periodKey(BadgeCriteria.MeasurePeriod measurePeriod, LocalDate day) {
        return switch (measurePeriod) {
            case ALL_TIME -> Counters.ONLY;
            case DAY -> day.toString();
            case WEEK -> CalendarPeriod.WEEK.start(day).toString();
            case MONTH -> CalendarPeriod.MONTH.start(day).toString();
            case YEAR -> Integer.toString(day.getYear());
            case CONTRIBUTION -> Objects.requireNonNull(activityFacts.subjectId());
        };
    }

    private long measure(
            Counters counters,
            String badge,
            BadgeCriteria badgeCriteria,
            String partition,
            LocalDate day) {
        var name = MEASURE + badge;
        startPeriod(counters, name, partition);
        var weight = Objects.requireNonNull(badgeCriteria.weightOf(activityFacts.kind()));
        return switch (badgeCriteria.measure()) {
            case COUNT -> counters.add(name, Counters.ONLY, weight);
            case QUANTITY -> counters.add(name, Counters.ONLY, weight * activityFacts.quantity());
            case VALUE -> counters.add(name, Counters.ONLY, value(weight)) / FixedPoint.UNIT;
            case DISTINCT_CONTRIBUTIONS -> {
                if (activityFacts.subjectId() != null) {
                    counters.put(name, activityFacts.subjectId(), 1);
                }
                yield counters.slots(name).size();
            }
            case DISTINCT_KINDS -> {
                counters.put(name, activityFacts.kind(), 1);
                yield counters.slots(name).size();
            }
            case DISTINCT_DAYS -> counters.addDay(name, day.toEpochDay());
            case STREAK_OF_DAYS -> streak(counters, name, day.toEpochDay());
        };
    }

    private long value(int weight) {
        return FixedPoint.whole(
                activityFacts.value() == null
                        ? null
                        : activityFacts.value().multiply(BigDecimal.valueOf(weight)));
    }

    /** Forgets what was kept under a name in another partition. */
    private static void startPeriod(Counters counters, String name, String partition) {
        var in = name + "|in";
        if (!counters.has(in, partition)) {
            counters.remove(in);
            counters.remove(name);
            counters.put(in, partition, 1);
        }
    }

    private static long streak(Counters counters, String name, long today) {
        var isFirst = !counters.has(name, LATEST);
        var latest = counters.get(name, LATEST);
        if (isFirst || today != latest) {
            var goesOn = !isFirst && latest == today - 1;
            counters.put(name, LENGTH, goesOn ? counters.get(name, LENGTH) + 1 : 1);
            counters.put(name, LATEST, today);
        }
        return counters.get(name, LENGTH);
    }
}
