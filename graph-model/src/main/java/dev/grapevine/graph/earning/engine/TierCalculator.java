package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.TierSet;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Calculator of the tier of a customer in one version of a tier set. A higher tier is reached at
 * once; below the threshold the tier is kept for the grace days, then replaced by the tier that the
 * points reach. Automatic changes (expiry of a day, end of the grace) are evaluated on the next
 * access, day by day in order, so that the time of access does not matter.
 */
final class TierCalculator {

    private static final String RANK = "rank";
    private static final String GRACE_ENDS = "grace";
    private static final String EVALUATED_ON = "evaluated";
    private static final String SINCE = "since";

    private final TierSet tierSet;
    private final Counters counters;
    private final String points;
    private final String name;

    TierCalculator(ConfigRevision.TierSetVersion version, Counters counters) {
        this.tierSet = version.tierSet();
        this.counters = counters;
        points = "tierSet|" + version.versionId();
        name = "tier|" + version.versionId();
    }

    int rank() {
        return (int) Math.min(counters.get(name, RANK), tierSet.tiers().size() - 1);
    }

    TierSet.Tier tier() {
        return tierSet.tiers().get(rank());
    }

    /** Returns the qualifying points on a day. */
    long points(LocalDate day) {
        return counters.sumFrom(points, firstSlot(day));
    }

    /** Returns the day of the downgrade; null if no grace is running. */
    @Nullable LocalDate graceEnds() {
        return counters.has(name, GRACE_ENDS)
                ? LocalDate.ofEpochDay(counters.get(name, GRACE_ENDS))
                : null;
    }

    /** Returns the day on which the tier was reached; null for the initial tier. */
    @Nullable LocalDate since() {
        return counters.has(name, SINCE) ? LocalDate.ofEpochDay(counters.get(name, SINCE)) : null;
    }

    /** Projects the qualifying points at the end of the period, see {@link TierStatus}. */
    long project(LocalDate day) {
        if (tierSet.rollingDays() != null) {
            var quarter = Math.max(1, tierSet.rollingDays() / 4);
            var recent = counters.sumFrom(points, day.toEpochDay() - quarter + 1);
            return TierStatus.extrapolated(recent, quarter, tierSet.rollingDays());
        }
        var calendar = tierSet.calendar();
        if (calendar == null || calendar == Period.ALL_TIME) {
            return points(day);
        }
        var start = calendar.firstDay(slot(day));
        var end = calendar.firstDayAfter(slot(day));
        return TierStatus.extrapolated(
                points(day),
                ChronoUnit.DAYS.between(start, day) + 1,
                ChronoUnit.DAYS.between(start, end));
    }

    /** Adds points of a day to which the calculator has been advanced. */
    void add(LocalDate day, long amount) {
        counters.addTo(points, slot(day), amount);
        evaluate(day);
    }

    /** Evaluates all automatic changes up to a day, inclusive. */
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
        var graceEnds = graceEnds();
        if (graceEnds != null && !graceEnds.isAfter(day)) {
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

    /**
     * Returns the first day after the last evaluation, and not after {@code day}, on which
     * something changes; null for none.
     */
    private @Nullable LocalDate nextChange(LocalDate day) {
        if (!counters.has(name, EVALUATED_ON)) {
            return null;
        }
        var evaluatedOn = LocalDate.ofEpochDay(counters.get(name, EVALUATED_ON));
        var next = graceEnds();
        if (next != null && !next.isAfter(evaluatedOn)) {
            next = null;
        }
        for (var slot : counters.series(points).keySet()) {
            var expiresOn = expiresOn(slot);
            if (expiresOn.isAfter(evaluatedOn)) {
                next = next == null || expiresOn.isBefore(next) ? expiresOn : next;
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

    /** Returns the first day on which the points of a slot no longer qualify. */
    private LocalDate expiresOn(long slot) {
        if (tierSet.rollingDays() != null) {
            return LocalDate.ofEpochDay(slot + tierSet.rollingDays());
        }
        return tierSet.calendar() == null ? LocalDate.MAX : tierSet.calendar().firstDayAfter(slot);
    }
}
