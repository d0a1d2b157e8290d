package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Money as whole numbers of its ten-thousandth part, which is as exact as values may be. */
final class FixedPoint {

    /** How many parts make up one. */
    static final long UNIT = 10_000;

    private static final int DECIMALS = 4;
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE, DECIMALS);

    private FixedPoint() {}

    /** In ten-thousandths; what is too large is as large as can be. */
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
