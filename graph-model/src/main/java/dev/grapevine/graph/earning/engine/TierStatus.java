package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.CalendarPeriod;

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
 * @param pointsToNextTier points to the tier above; 0 on the highest
 * @param since since which day they have stood on the tier; null for as long as is known
 * @param downgradeOn on which day they fall, if nothing more is earned; null if nothing threatens
 * @param projectedTier the tier that the pace of the period so far leads to by its end; in a
 *     rolling period, that the pace of its last quarter leads to
 */
public record TierStatus(
        TierSet.Tier tier,
        long points,
        TierSet.@Nullable Tier next,
        long pointsToNextTier,
        @Nullable LocalDate since,
        @Nullable LocalDate downgradeOn,
        TierSet.Tier projectedTier) {

    /** The standing at a moment, not before the last activity that the progress knows. */
    public static TierStatus of(
            ConfigRevision.TierSetVersion version, EarningState state, OffsetDateTime at) {
        var tierSet = version.tierSet();
        var day = CalendarPeriod.day(at, tierSet.timeZone());
        var calculator = new TierCalculator(version, state.copy().own());
        calculator.advanceTo(day);
        var points = calculator.points(day);
        var isHighest = calculator.rank() == tierSet.tiers().size() - 1;
        var next = isHighest ? null : tierSet.tiers().get(calculator.rank() + 1);
        return new TierStatus(
                calculator.tier(),
                points,
                next,
                next == null ? 0 : Math.max(0, next.from() - points),
                calculator.since(),
                calculator.graceEnds(),
                tierSet.tiers().get(tierSet.reachedBy(calculator.project(day))));
    }

    /** So much, if it goes on as in a part of the whole. */
    static long extrapolated(long points, long elapsed, long whole) {
        return BigDecimal.valueOf(points)
                .multiply(BigDecimal.valueOf(whole))
                .divide(BigDecimal.valueOf(elapsed), 0, RoundingMode.DOWN)
                .longValue();
    }
}
