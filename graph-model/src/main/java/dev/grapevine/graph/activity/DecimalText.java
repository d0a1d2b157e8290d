package dev.grapevine.graph.activity;

import java.math.BigDecimal;

/**
 * Decimal numbers as text, because Neo4j has no decimals: at most 15 digits before and 4 after the
 * decimal point.
 */
public final class DecimalText {

    private DecimalText() {}

    /**
     * Returns true if a value is within the bounds. The scale is checked first, because a huge one
     * must not be expanded.
     */
    public static boolean fits(BigDecimal value) {
        return value.scale() >= -15
                && value.scale() <= 4
                && value.precision() - value.scale() <= 15;
    }

    /** Returns the canonical text of a number: equal numbers have equal texts. */
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
