package dev.grapevine.graph.activity;

import java.math.BigDecimal;

/**
 * Decimal numbers as text, because Neo4j has no decimals: at most 15 digits before the point and 4
 * after it.
 */
public final class DecimalText {

    private DecimalText() {}

    /** The scale first, for it may be enormous. */
    public static boolean fits(BigDecimal value) {
        return value.scale() >= -15
                && value.scale() <= 4
                && value.precision() - value.scale() <= 15;
    }

    /** The same number always as the same text. */
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
