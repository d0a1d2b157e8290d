package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.command.NamedRejection;


/** Why a kind of activity was not defined. */
enum ActivityKindRejection implements NamedRejection {
    KIND_TAKEN("The brand has a kind with this key already.", "key"),
    RESERVED_KIND("Grapevine records activities of this kind itself.", "key"),
    TOO_MANY_KINDS("A brand has at most 1,000 kinds of activities.", "brand");

    private final String message;
    private final String field;

    ActivityKindRejection(String message, String field) {
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
