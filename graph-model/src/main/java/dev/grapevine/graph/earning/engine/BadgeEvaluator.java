package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.CalendarPeriod;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Evaluator of badges: updates the measures of badge criteria and returns earned levels. Only the
 * latest period of each badge is stored, since activities arrive in order.
 */
final class BadgeEvaluator {

    /** Prefix of the counter that stores which badges were earned; the badge key follows. */
    static final String EARNED = "earned|";

    private static final String MEASURE = "measure|";
    private static final String LATEST = "latest";
    private static final String LENGTH = "length";

    private final ActivityFacts facts;
    private final LocalTimes localTimes;
    private final EarningState state;
    private final ConditionEvaluator conditions;
    private final List<EvaluationResult.BadgeMatch> matches = new ArrayList<>(0);

    BadgeEvaluator(
            ActivityFacts facts,
            LocalTimes localTimes,
            EarningState state,
            ConditionEvaluator conditions) {
        this.facts = facts;
        this.localTimes = localTimes;
        this.state = state;
        this.conditions = conditions;
    }

    /**
     * Applies the activity to the criteria of a badge that counts its kind; returns the levels that
     * are earned by this activity.
     */
    List<EvaluationResult.BadgeEffect> of(String badge, BadgeCriteria criteria) {
        var isPerContribution = criteria.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION;
        if (isPerContribution && facts.subjectId() == null) {
            return List.of();
        }
        var when = criteria.when();
        if (when != null && !conditions.isSatisfied(when, criteria.timeZone())) {
            return List.of();
        }
        var counters = isPerContribution ? ofContribution() : state.own();
        var day = localTimes.day(criteria.timeZone());
        var periodKey = periodKey(criteria.period(), day);
        var measure = measure(counters, badge, criteria, periodKey, day);
        matches.add(new EvaluationResult.BadgeMatch(badge, periodKey));
        var awardKey = criteria.isRepeatable() ? periodKey : Counters.ONLY;
        var earned = new ArrayList<EvaluationResult.BadgeEffect>(0);
        for (var level = 0; level < criteria.levels().size(); level++) {
            if (measure >= criteria.levels().get(level).threshold()
                    && isNew(badge, criteria, level, periodKey)) {
                earned.add(new EvaluationResult.BadgeEffect(badge, level, awardKey, measure, null));
            }
        }
        return earned;
    }

    /** Returns the badges whose criteria counted the activity. */
    List<EvaluationResult.BadgeMatch> matches() {
        return matches;
    }

    /** Returns the award of a badge by a rule; empty if the badge was earned before. */
    List<EvaluationResult.BadgeEffect> of(String badge, String ruleVersionId) {
        var effect = new EvaluationResult.BadgeEffect(badge, 0, Counters.ONLY, 1, ruleVersionId);
        return isNew(state.own(), EARNED + badge, slot(0)) ? List.of(effect) : List.of();
    }

    /**
     * Stores the earned badges for conditions of later activities, whatever their level and period.
     * Conditions of the same activity see the badges from before the activity.
     */
    void markEarned(List<EvaluationResult.BadgeEffect> earned) {
        for (var effect : earned) {
            state.own().put(EARNED + effect.badgeKey(), Counters.ONLY, 1);
        }
    }

    private boolean isNew(String badge, BadgeCriteria criteria, int level, String periodKey) {
        if (!criteria.isRepeatable()) {
            return isNew(state.own(), EARNED + badge, slot(level));
        }
        if (criteria.period() == BadgeCriteria.MeasurePeriod.CONTRIBUTION) {
            return isNew(ofContribution(), EARNED + badge, slot(level));
        }
        var within = EARNED + badge + "|within";
        startPeriod(state.own(), within, periodKey);
        return isNew(state.own(), within, slot(level));
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
        return state.of(Objects.requireNonNull(facts.subjectId()));
    }

    private String periodKey(BadgeCriteria.MeasurePeriod measurePeriod, LocalDate day) {
        return switch (measurePeriod) {
            case ALL_TIME -> Counters.ONLY;
            case DAY -> day.toString();
            case WEEK -> CalendarPeriod.WEEK.start(day).toString();
            case MONTH -> CalendarPeriod.MONTH.start(day).toString();
            case YEAR -> Integer.toString(day.getYear());
            case CONTRIBUTION -> Objects.requireNonNull(facts.subjectId());
        };
    }

    private long measure(
            Counters counters,
            String badge,
            BadgeCriteria criteria,
            String periodKey,
            LocalDate day) {
        var name = MEASURE + badge;
        startPeriod(counters, name, periodKey);
        var weight = Objects.requireNonNull(criteria.weightOf(facts.kind()));
        return switch (criteria.measure()) {
            case COUNT -> counters.add(name, Counters.ONLY, weight);
            case QUANTITY -> counters.add(name, Counters.ONLY, weight * facts.quantity());
            case VALUE -> counters.add(name, Counters.ONLY, value(weight)) / FixedPoint.UNIT;
            case DISTINCT_CONTRIBUTIONS -> {
                if (facts.subjectId() != null) {
                    counters.put(name, facts.subjectId(), 1);
                }
                yield counters.slots(name).size();
            }
            case DISTINCT_KINDS -> {
                counters.put(name, facts.kind(), 1);
                yield counters.slots(name).size();
            }
            case DISTINCT_DAYS -> counters.addDay(name, day.toEpochDay());
            case STREAK_OF_DAYS -> streak(counters, name, day.toEpochDay());
        };
    }

    private long value(int weight) {
        return FixedPoint.whole(
                facts.value() == null ? null : facts.value().multiply(BigDecimal.valueOf(weight)));
    }

    /** Removes a counter that belongs to another period. */
    private static void startPeriod(Counters counters, String name, String periodKey) {
        var in = name + "|in";
        if (!counters.has(in, periodKey)) {
            counters.remove(in);
            counters.remove(name);
            counters.put(in, periodKey, 1);
        }
    }

    private static long streak(Counters counters, String name, long today) {
        var isFirst = !counters.has(name, LATEST);
        var latest = counters.get(name, LATEST);
        if (isFirst || today != latest) {
            var isConsecutive = !isFirst && latest == today - 1;
            counters.put(name, LENGTH, isConsecutive ? counters.get(name, LENGTH) + 1 : 1);
            counters.put(name, LATEST, today);
        }
        return counters.get(name, LENGTH);
    }
}
