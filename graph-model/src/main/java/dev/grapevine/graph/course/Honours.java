package dev.grapevine.graph.course;

import dev.grapevine.graph.kernel.CalendarPeriod;
import dev.grapevine.graph.rule.Criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures what badges ask for, and says which are earned. Only the latest period is kept:
 * activities come in their order.
 */
final class Honours {

    /** Name under which it is kept that a badge was earned, before its key. */
    static final String EARNED = "earned|";

    private static final String MEASURE = "measure|";
    private static final String LATEST = "latest";
    private static final String LENGTH = "length";

    private final Happening happening;
    private final Moment moment;
    private final Progress progress;
    private final Examination examination;
    private final List<Verdict.Counted> counted = new ArrayList<>(0);

    Honours(Happening happening, Moment moment, Progress progress, Examination examination) {
        this.happening = happening;
        this.moment = moment;
        this.progress = progress;
        this.examination = examination;
    }

    /** What the activity earns of a badge that looks at its kind. */
    List<Verdict.Honour> of(String badge, Criteria criteria) {
        var isOfContribution = criteria.partition() == Criteria.Partition.CONTRIBUTION;
        if (isOfContribution && happening.subjectId() == null) {
            return List.of();
        }
        var when = criteria.when();
        if (when != null && !examination.surely(when, criteria.timeZone())) {
            return List.of();
        }
        var tallies = isOfContribution ? ofContribution() : progress.own();
        var day = moment.day(criteria.timeZone());
        var partition = partition(criteria.partition(), day);
        var measure = measure(tallies, badge, criteria, partition, day);
        counted.add(new Verdict.Counted(badge, partition));
        var scope = criteria.isRepeatable() ? partition : Tallies.ONLY;
        var earned = new ArrayList<Verdict.Honour>(0);
        for (var level = 0; level < criteria.levels().size(); level++) {
            if (measure >= criteria.levels().get(level).threshold()
                    && isNew(badge, criteria, level, partition)) {
                earned.add(new Verdict.Honour(badge, level, scope, measure, null));
            }
        }
        return earned;
    }

    /** The badges that have looked at the activity. */
    List<Verdict.Counted> counted() {
        return counted;
    }

    /** What a rule awards. */
    List<Verdict.Honour> of(String badge, String ruleVersionId) {
        var honour = new Verdict.Honour(badge, 0, Tallies.ONLY, 1, ruleVersionId);
        return isNew(progress.own(), EARNED + badge, slot(0)) ? List.of(honour) : List.of();
    }

    /**
     * Keeps which badges the customer has now, of whatever level and scope. Until then those count
     * that they had before the activity.
     */
    void keep(List<Verdict.Honour> earned) {
        for (var honour : earned) {
            progress.own().put(EARNED + honour.badgeKey(), Tallies.ONLY, 1);
        }
    }

    private boolean isNew(String badge, Criteria criteria, int level, String partition) {
        if (!criteria.isRepeatable()) {
            return isNew(progress.own(), EARNED + badge, slot(level));
        }
        if (criteria.partition() == Criteria.Partition.CONTRIBUTION) {
            return isNew(ofContribution(), EARNED + badge, slot(level));
        }
        var within = EARNED + badge + "|within";
        enter(progress.own(), within, partition);
        return isNew(progress.own(), within, slot(level));
    }

    private static boolean isNew(Tallies tallies, String name, String slot) {
        if (tallies.has(name, slot)) {
            return false;
        }
        tallies.put(name, slot, 1);
        return true;
    }

    private static String slot(int level) {
        return Integer.toString(level);
    }

    private Tallies ofContribution() {
        return progress.of(Objects.requireNonNull(happening.subjectId()));
    }

    private String partition(Criteria.Partition partition, LocalDate day) {
        return switch (partition) {
            case ALL_TIME -> Tallies.ONLY;
            case DAY -> day.toString();
            case WEEK -> CalendarPeriod.WEEK.start(day).toString();
            case MONTH -> CalendarPeriod.MONTH.start(day).toString();
            case YEAR -> Integer.toString(day.getYear());
            case CONTRIBUTION -> Objects.requireNonNull(happening.subjectId());
        };
    }

    private long measure(
            Tallies tallies, String badge, Criteria criteria, String partition, LocalDate day) {
        var name = MEASURE + badge;
        enter(tallies, name, partition);
        var weight = Objects.requireNonNull(criteria.weightOf(happening.kind()));
        return switch (criteria.measure()) {
            case COUNT -> tallies.add(name, Tallies.ONLY, weight);
            case QUANTITY -> tallies.add(name, Tallies.ONLY, weight * happening.quantity());
            case VALUE -> tallies.add(name, Tallies.ONLY, value(weight)) / Money.UNIT;
            case DISTINCT_CONTRIBUTIONS -> {
                if (happening.subjectId() != null) {
                    tallies.put(name, happening.subjectId(), 1);
                }
                yield tallies.slots(name).size();
            }
            case DISTINCT_KINDS -> {
                tallies.put(name, happening.kind(), 1);
                yield tallies.slots(name).size();
            }
            case DISTINCT_DAYS -> tallies.addDay(name, day.toEpochDay());
            case STREAK_OF_DAYS -> streak(tallies, name, day.toEpochDay());
        };
    }

    private long value(int weight) {
        return Money.whole(
                happening.value() == null
                        ? null
                        : happening.value().multiply(BigDecimal.valueOf(weight)));
    }

    /** Forgets what was kept under a name in another partition. */
    private static void enter(Tallies tallies, String name, String partition) {
        var in = name + "|in";
        if (!tallies.has(in, partition)) {
            tallies.remove(in);
            tallies.remove(name);
            tallies.put(in, partition, 1);
        }
    }

    private static long streak(Tallies tallies, String name, long today) {
        var isFirst = !tallies.has(name, LATEST);
        var latest = tallies.get(name, LATEST);
        if (isFirst || today != latest) {
            var goesOn = !isFirst && latest == today - 1;
            tallies.put(name, LENGTH, goesOn ? tallies.get(name, LENGTH) + 1 : 1);
            tallies.put(name, LATEST, today);
        }
        return tallies.get(name, LENGTH);
    }
}
