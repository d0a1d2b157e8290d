package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Fixed-point arithmetic for money: whole numbers of ten-thousandths, the precision of activity
 * values.
 */
final class FixedPoint {

    /** Number of parts of one unit. */
    static final long UNIT = 10_000;

    private static final int DECIMALS = 4;
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE, DECIMALS);

    private FixedPoint() {}

    /** Converts to ten-thousandths, saturating at the limits of {@code long}; 0 for null. */
    static long whole(@Nullable BigDecimal value) {
        if (value == null) {
            return 0;
        }
        var clipped = value.min(MAX).max(MAX.negate());
        return clipped.movePointRight(DECIMALS).longValue();
    }

    static BigDecimal decimal(long whole) {
        return BigDecimal.valueOf(whole, DECIMALS);
    }
}
