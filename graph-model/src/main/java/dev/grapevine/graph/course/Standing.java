package dev.grapevine.graph.course;

import dev.grapevine.graph.kernel.CalendarPeriod;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Ladder;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Where a customer stands on a ladder.
 *
 * @param points what counts in the period that ends now
 * @param next the tier above; null on the highest
 * @param missing points to the tier above; 0 on the highest
 * @param since since which day they have stood on the tier; null for as long as is known
 * @param graceEndsOn on which day they fall, if nothing more is earned; null if nothing threatens
 * @param projected the tier that the pace of the period so far leads to by its end; in a rolling
 *     period, that the pace of its last quarter leads to
 */
public record Standing(
        Ladder.Tier tier,
        long points,
        Ladder.@Nullable Tier next,
        long missing,
        @Nullable LocalDate since,
        @Nullable LocalDate graceEndsOn,
        Ladder.Tier projected) {

    /** The standing at a moment, not before the last activity that the progress knows. */
    public static Standing of(Edition.LadderVersion version, Progress progress, OffsetDateTime at) {
        var ladder = version.ladder();
        var day = CalendarPeriod.day(at, ladder.timeZone());
        var climb = new Climb(version, progress.copy().own());
        climb.advanceTo(day);
        var points = climb.points(day);
        var isHighest = climb.rank() == ladder.tiers().size() - 1;
        var next = isHighest ? null : ladder.tiers().get(climb.rank() + 1);
        return new Standing(
                climb.tier(),
                points,
                next,
                next == null ? 0 : Math.max(0, next.from() - points),
                climb.since(),
                climb.graceEnds(),
                ladder.tiers().get(ladder.reachedBy(climb.atThisPace(day))));
    }

    /** So much, if it goes on as in a part of the whole. */
    static long extrapolated(long points, long elapsed, long whole) {
        return BigDecimal.valueOf(points)
                .multiply(BigDecimal.valueOf(whole))
                .divide(BigDecimal.valueOf(elapsed), 0, RoundingMode.DOWN)
                .longValue();
    }
}
