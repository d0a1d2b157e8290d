package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Per;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A customer on a ladder. They climb at once; when they have fallen below their tier they keep it
 * for the days of grace, and then stand where their points have brought them. What happens by
 * itself (a day leaves the period, grace ends) is made up for whenever somebody looks, day by day
 * in its order, so that it does not matter when that is.
 */
final class Climb {

    private static final String RANK = "rank";
    private static final String GRACE_ENDS = "grace";
    private static final String LOOKED = "looked";
    private static final String SINCE = "since";

    private final Ladder ladder;
    private final Tallies tallies;
    private final String points;
    private final String place;

    Climb(Edition.LadderVersion version, Tallies tallies) {
        this.ladder = version.ladder();
        this.tallies = tallies;
        points = "ladder|" + version.versionId();
        place = "tier|" + version.versionId();
    }

    int rank() {
        return (int) Math.min(tallies.get(place, RANK), ladder.tiers().size() - 1);
    }

    Ladder.Tier tier() {
        return ladder.tiers().get(rank());
    }

    /** The points that count on a day. */
    long points(LocalDate day) {
        return tallies.sumFrom(points, firstSlot(day));
    }

    /** The first day on which the tier is not kept any more; null when nothing threatens it. */
    @Nullable LocalDate graceEnds() {
        return tallies.has(place, GRACE_ENDS)
                ? LocalDate.ofEpochDay(tallies.get(place, GRACE_ENDS))
                : null;
    }

    /** Since when the customer has stood on the tier; null for ever. */
    @Nullable LocalDate since() {
        return tallies.has(place, SINCE) ? LocalDate.ofEpochDay(tallies.get(place, SINCE)) : null;
    }

    /** The points that the period will have come to when it ends, see {@link Standing}. */
    long atThisPace(LocalDate day) {
        if (ladder.rollingDays() != null) {
            var quarter = Math.max(1, ladder.rollingDays() / 4);
            var lately = tallies.sumFrom(points, day.toEpochDay() - quarter + 1);
            return Standing.extrapolated(lately, quarter, ladder.rollingDays());
        }
        var calendar = ladder.calendar();
        if (calendar == null || calendar == Per.EVER) {
            return points(day);
        }
        var begins = calendar.firstDay(slot(day));
        var ends = calendar.firstDayAfter(slot(day));
        return Standing.extrapolated(
                points(day),
                ChronoUnit.DAYS.between(begins, day) + 1,
                ChronoUnit.DAYS.between(begins, ends));
    }

    /** Adds points of a day, which others have been looked at up to. */
    void add(LocalDate day, long amount) {
        tallies.addTo(points, slot(day), amount);
        look(day);
    }

    /** Makes up for what has happened by itself up to a day. */
    void advanceTo(LocalDate day) {
        var next = nextChange(day);
        while (next != null) {
            look(next);
            next = nextChange(day);
        }
        tallies.forgetBefore(points, firstSlot(day));
        if (tallies.has(place, LOOKED)) {
            tallies.put(place, LOOKED, Math.max(day.toEpochDay(), tallies.get(place, LOOKED)));
        }
    }

    private void look(LocalDate day) {
        tallies.put(place, LOOKED, day.toEpochDay());
        var reached = ladder.reachedBy(points(day));
        if (reached > rank()) {
            stand(reached, day);
        } else if (reached == rank()) {
            forgive();
        } else if (!tallies.has(place, GRACE_ENDS)) {
            tallies.put(place, GRACE_ENDS, day.toEpochDay() + ladder.graceDays());
        }
        var ends = graceEnds();
        if (ends != null && !ends.isAfter(day)) {
            stand(reached, day);
        }
    }

    private void stand(int rank, LocalDate day) {
        tallies.put(place, RANK, rank);
        tallies.put(place, SINCE, day.toEpochDay());
        forgive();
    }

    private void forgive() {
        tallies.remove(place, GRACE_ENDS);
    }

    /** The first day after the last look, and not after a day, on which something changes. */
    private @Nullable LocalDate nextChange(LocalDate day) {
        if (!tallies.has(place, LOOKED)) {
            return null;
        }
        var looked = LocalDate.ofEpochDay(tallies.get(place, LOOKED));
        var next = graceEnds();
        if (next != null && !next.isAfter(looked)) {
            next = null;
        }
        for (var slot : tallies.stretches(points).keySet()) {
            var leaves = leaves(slot);
            if (leaves.isAfter(looked)) {
                next = next == null || leaves.isBefore(next) ? leaves : next;
                break;
            }
        }
        return next == null || next.isAfter(day) ? null : next;
    }

    private long slot(LocalDate day) {
        return ladder.calendar() == null ? day.toEpochDay() : ladder.calendar().slot(day);
    }

    private long firstSlot(LocalDate day) {
        return ladder.rollingDays() == null
                ? slot(day)
                : day.toEpochDay() - ladder.rollingDays() + 1;
    }

    /** The first day on which a slot does not count any more. */
    private LocalDate leaves(long slot) {
        if (ladder.rollingDays() != null) {
            return LocalDate.ofEpochDay(slot + ladder.rollingDays());
        }
        return ladder.calendar() == null ? LocalDate.MAX : ladder.calendar().firstDayAfter(slot);
    }
}
