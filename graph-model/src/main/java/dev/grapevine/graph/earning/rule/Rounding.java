package dev.grapevine.graph.earning.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding to whole points. */
public enum Rounding {
    /** Towards zero. */
    DOWN(RoundingMode.DOWN),
    /** To the nearest, half away from zero. */
    HALF_UP(RoundingMode.HALF_UP),
    /** Away from zero. */
    UP(RoundingMode.UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** Returns {@code points / each}, rounded to a whole number. */
    public BigDecimal divide(BigDecimal points, BigDecimal each) {
        return points.divide(each, 0, mode);
    }
}
