package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Per;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Measures what badges ask for, and says which are earned. */
final class Honours {

    /** Name under which it is kept that a badge was earned, before its key. */
    static final String EARNED = "earned|";

    private static final String MEASURE = "measure|";
    private static final String LAST_DAY = "day";
    private static final String LENGTH = "length";

    private final Happening happening;
    private final Progress progress;
    private final Examination examination;

    Honours(Happening happening, Progress progress, Examination examination) {
        this.happening = happening;
        this.progress = progress;
        this.examination = examination;
    }

    /** What the activity earns of a badge that looks at its kind. */
    List<Verdict.Honour> of(String badge, Criteria criteria) {
        if (criteria.partition() == Criteria.Partition.CONTRIBUTION
                && happening.subjectId() == null) {
            return List.of();
        }
        var when = criteria.when();
        if (when != null && !examination.holds(when, criteria.timeZone())) {
            return List.of();
        }
        var day = FigureKeeper.day(happening, criteria.timeZone());
        var partition = partition(criteria.partition(), day);
        var measure = measure(badge, criteria, partition, day);
        var scope = criteria.isRepeatable() ? partition : Tallies.ONLY;
        var earned = new ArrayList<Verdict.Honour>();
        for (var level = 0; level < criteria.levels().size(); level++) {
            if (measure >= criteria.levels().get(level).threshold()
                    && isNew(badge, criteria, level, scope)) {
                earned.add(new Verdict.Honour(badge, level, scope, measure, null));
            }
        }
        return earned;
    }

    /** What a rule awards. */
    List<Verdict.Honour> of(String badge, String ruleVersionId) {
        var honour = new Verdict.Honour(badge, 0, Tallies.ONLY, 1, ruleVersionId);
        return isNew(progress.own(), badge, 0, Tallies.ONLY) ? List.of(honour) : List.of();
    }

    private boolean isNew(String badge, Criteria criteria, int level, String scope) {
        var isOfContribution =
                criteria.isRepeatable() && criteria.partition() == Criteria.Partition.CONTRIBUTION;
        return isNew(isOfContribution ? ofContribution() : progress.own(), badge, level, scope);
    }

    private boolean isNew(Tallies tallies, String badge, int level, String scope) {
        var slot = level + "|" + scope;
        if (tallies.has(EARNED + badge, slot)) {
            return false;
        }
        tallies.put(EARNED + badge, slot, 1);
        // Whoever asks whether the customer has the badge asks for any level and scope of it.
        progress.own().put(EARNED + badge, Tallies.ONLY, 1);
        return true;
    }

    private Tallies ofContribution() {
        return progress.of(Objects.requireNonNull(happening.subjectId()));
    }

    private String partition(Criteria.Partition partition, LocalDate day) {
        return switch (partition) {
            case ALL_TIME -> Tallies.ONLY;
            case DAY -> day.toString();
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L).toString();
            case MONTH -> day.withDayOfMonth(1).toString();
            case YEAR -> Long.toString(Per.YEAR.slot(day));
            case CONTRIBUTION -> Objects.requireNonNull(happening.subjectId());
        };
    }

    private long measure(String badge, Criteria criteria, String partition, LocalDate day) {
        var tallies =
                criteria.partition() == Criteria.Partition.CONTRIBUTION
                        ? ofContribution()
                        : progress.own();
        var name = MEASURE + badge;
        var weight = Objects.requireNonNull(criteria.weightOf(happening.kind()));
        return switch (criteria.measure()) {
            case COUNT -> sum(tallies, name, partition, weight);
            case QUANTITY -> sum(tallies, name, partition, weight * happening.quantity());
            case VALUE -> sum(tallies, name, partition, value(weight)) / 10_000;
            case DISTINCT_CONTRIBUTIONS ->
                    distinct(
                            tallies,
                            name,
                            partition,
                            happening.subjectId() == null ? "" : happening.subjectId());
            case DISTINCT_KINDS -> distinct(tallies, name, partition, happening.kind());
            case DISTINCT_DAYS -> distinct(tallies, name, partition, day.toString());
            case STREAK_OF_DAYS -> streak(tallies, name, day);
        };
    }

    private long value(int weight) {
        return Money.whole(
                happening.value() == null
                        ? null
                        : happening.value().multiply(BigDecimal.valueOf(weight)));
    }

    /** Only the latest period is kept: activities come in their order. */
    private static long sum(Tallies tallies, String name, String partition, long more) {
        if (!tallies.has(name, partition)) {
            tallies.remove(name);
        }
        return tallies.add(name, partition, more);
    }

    private static long distinct(Tallies tallies, String name, String partition, String thing) {
        var current = name + "|in";
        if (!tallies.has(current, partition)) {
            tallies.remove(current);
            tallies.remove(name);
            tallies.put(current, partition, 1);
        }
        if (!thing.isEmpty()) {
            tallies.put(name, thing, 1);
        }
        return tallies.slots(name).size();
    }

    private static long streak(Tallies tallies, String name, LocalDate day) {
        var last = tallies.get(name, LAST_DAY);
        var today = day.toEpochDay();
        if (today != last || !tallies.has(name, LAST_DAY)) {
            var goesOn = tallies.has(name, LAST_DAY) && last == today - 1;
            tallies.put(name, LENGTH, goesOn ? tallies.get(name, LENGTH) + 1 : 1);
            tallies.put(name, LAST_DAY, today);
        }
        return tallies.get(name, LENGTH);
    }
}
