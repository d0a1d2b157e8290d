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
 * Tier of a customer in a tier set at a time.
 *
 * @param tier current tier
 * @param points qualifying points of the current period
 * @param next next higher tier; null for the highest
 * @param pointsToNextTier qualifying points missing for the next higher tier; 0 for the highest
 * @param since day on which the tier was reached; null for the initial tier
 * @param downgradeOn day of the downgrade if no more points are earned; null if none is pending
 * @param projectedTier tier at the end of the period if points continue at the rate of the period
 *     so far, or of the last quarter of a rolling period
 */
public record TierStatus(
        TierSet.Tier tier,
        long points,
        TierSet.@Nullable Tier next,
        long pointsToNextTier,
        @Nullable LocalDate since,
        @Nullable LocalDate downgradeOn,
        TierSet.Tier projectedTier) {

    /**
     * Calculates the status at a time.
     *
     * @param at time, not before the last activity in the state
     */
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

    /** Extrapolates points of the elapsed part of a period to the whole period. */
    static long extrapolated(long points, long elapsed, long whole) {
        return BigDecimal.valueOf(points)
                .multiply(BigDecimal.valueOf(whole))
                .divide(BigDecimal.valueOf(elapsed), 0, RoundingMode.DOWN)
                .longValue();
    }
}
