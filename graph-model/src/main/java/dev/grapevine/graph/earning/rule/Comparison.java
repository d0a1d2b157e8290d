package dev.grapevine.graph.earning.rule;

/** Comparison of a number or text with a constant. */
public enum Comparison {
    EQUAL("is"),
    NOT_EQUAL("is not"),
    LESS("is less than"),
    AT_MOST("is at most"),
    AT_LEAST("is at least"),
    GREATER("is more than");

    private final String description;

    Comparison(String description) {
        this.description = description;
    }

    /** Returns the predicate in English, to be placed between the two operands. */
    public String description() {
        return description;
    }

    /**
     * Returns true if the comparison holds.
     *
     * @param order sign of the left operand compared with the right one, as by {@link
     *     Comparable#compareTo}
     */
    public boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
        };
    }

    /** Returns true if the operands need an order, which texts and booleans do not have. */
    public boolean isOrdering() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
