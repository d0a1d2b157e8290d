package dev.grapevine.graph.earning.rule;

/** How a number or a text compares with another. */
public enum Comparison {
    EQUAL("is"),
    NOT_EQUAL("is not"),
    LESS("is less than"),
    AT_MOST("is at most"),
    AT_LEAST("is at least"),
    MORE("is more than");

    private final String description;

    Comparison(String words) {
        this.description = words;
    }

    /** In English, to stand between the two. */
    public String description() {
        return description;
    }

    /** Whether it holds, by the order of the one to the other. */
    public boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case MORE -> order > 0;
        };
    }

    /** Whether it tells more from less, which texts and yes or no cannot be. */
    public boolean isOrdering() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
