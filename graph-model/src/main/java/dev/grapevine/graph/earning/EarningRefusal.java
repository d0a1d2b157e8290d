package dev.grapevine.graph.earning;

import dev.grapevine.graph.kernel.NamedRefusal;

/** Why something was not tried out. */
enum EarningRefusal implements NamedRefusal {
    TOO_MANY_SIMULATIONS("Two simulations are running; wait until one has ended.", "brand");

    private final String message;
    private final String field;

    EarningRefusal(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String field() {
        return field;
    }
}
