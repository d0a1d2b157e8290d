package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.TierSet;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A customer on a ladder. They climb at once; when they have fallen below their tier they keep it
 * for the days of grace, and then stand where their points have brought them. What happens by
 * itself (a day leaves the period, grace ends) is made up for whenever somebody looks, day by day
 * in its order, so that it does not matter when that is.
 */
final class TierCalculator {

    private static final String RANK = "rank";
    private static final String GRACE_ENDS = "grace";
    private static final String EVALUATED_ON = "looked";
    private static final String SINCE = "since";

    private final TierSet tierSet;
    private final Counters counters;
    private final String points;
    private final String name;

    TierCalculator(ConfigRevision.TierSetVersion version, Counters counters) {
        this.tierSet = version.tierSet();
        this.counters = counters;
        points = "ladder|" + version.versionId();
        name = "tier|" + version.versionId();
    }

    int rank() {
        return (int) Math.min(counters.get(name, RANK), tierSet.tiers().size() - 1);
    }

    TierSet.Tier tier() {
        return tierSet.tiers().get(rank());
    }

    /** The points that count on a day. */
    long points(LocalDate day) {
        return counters.sumFrom(points, firstSlot(day));
    }

    /** The first day on which the tier is not kept any more; null when nothing threatens it. */
    @Nullable LocalDate graceEnds() {
        return counters.has(name, GRACE_ENDS)
                ? LocalDate.ofEpochDay(counters.get(name, GRACE_ENDS))
                : null;
    }

    /** Since when the customer has stood on the tier; null for ever. */
    @Nullable LocalDate since() {
        return counters.has(name, SINCE) ? LocalDate.ofEpochDay(counters.get(name, SINCE)) : null;
    }

    /** The points that the period will have come to when it ends, see {@link TierStatus}. */
    long project(LocalDate day) {
        if (tierSet.rollingDays() != null) {
            var quarter = Math.max(1, tierSet.rollingDays() / 4);
            var lately = counters.sumFrom(points, day.toEpochDay() - quarter + 1);
            return TierStatus.extrapolated(lately, quarter, tierSet.rollingDays());
        }
        var calendar = tierSet.calendar();
        if (calendar == null || calendar == Period.EVER) {
            return points(day);
        }
        var begins = calendar.firstDay(slot(day));
        var ends = calendar.firstDayAfter(slot(day));
        return TierStatus.extrapolated(
                points(day),
                ChronoUnit.DAYS.between(begins, day) + 1,
                ChronoUnit.DAYS.between(begins, ends));
    }

    /** Adds points of a day, which others have been looked at up to. */
    void add(LocalDate day, long amount) {
        counters.addTo(points, slot(day), amount);
        evaluate(day);
    }

    /** Makes up for what has happened by itself up to a day. */
    void advanceTo(LocalDate day) {
        var next = nextChange(day);
        while (next != null) {
            evaluate(next);
            next = nextChange(day);
        }
        counters.removeBefore(points, firstSlot(day));
        if (counters.has(name, EVALUATED_ON)) {
            counters.put(
                    name,
                    EVALUATED_ON,
                    Math.max(day.toEpochDay(), counters.get(name, EVALUATED_ON)));
        }
    }

    private void evaluate(LocalDate day) {
        counters.put(name, EVALUATED_ON, day.toEpochDay());
        var reached = tierSet.reachedBy(points(day));
        if (reached > rank()) {
            setTier(reached, day);
        } else if (reached == rank()) {
            clearGrace();
        } else if (!counters.has(name, GRACE_ENDS)) {
            counters.put(name, GRACE_ENDS, day.toEpochDay() + tierSet.graceDays());
        }
        var ends = graceEnds();
        if (ends != null && !ends.isAfter(day)) {
            setTier(reached, day);
        }
    }

    private void setTier(int rank, LocalDate day) {
        counters.put(name, RANK, rank);
        counters.put(name, SINCE, day.toEpochDay());
        clearGrace();
    }

    private void clearGrace() {
        counters.remove(name, GRACE_ENDS);
    }

    /** The first day after the last look, and not after a day, on which something changes. */
    private @Nullable LocalDate nextChange(LocalDate day) {
        if (!counters.has(name, EVALUATED_ON)) {
            return null;
        }
        var looked = LocalDate.ofEpochDay(counters.get(name, EVALUATED_ON));
        var next = graceEnds();
        if (next != null && !next.isAfter(looked)) {
            next = null;
        }
        for (var slot : counters.series(points).keySet()) {
            var leaves = expiresOn(slot);
            if (leaves.isAfter(looked)) {
                next = next == null || leaves.isBefore(next) ? leaves : next;
                break;
            }
        }
        return next == null || next.isAfter(day) ? null : next;
    }

    private long slot(LocalDate day) {
        return tierSet.calendar() == null ? day.toEpochDay() : tierSet.calendar().slot(day);
    }

    private long firstSlot(LocalDate day) {
        return tierSet.rollingDays() == null
                ? slot(day)
                : day.toEpochDay() - tierSet.rollingDays() + 1;
    }

    /** The first day on which a slot does not count any more. */
    private LocalDate expiresOn(long slot) {
        if (tierSet.rollingDays() != null) {
            return LocalDate.ofEpochDay(slot + tierSet.rollingDays());
        }
        return tierSet.calendar() == null ? LocalDate.MAX : tierSet.calendar().firstDayAfter(slot);
    }
}
