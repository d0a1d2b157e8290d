package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about activity kinds. */
enum ActivityKindRejection implements NamedRejection {
    KIND_KEY_TAKEN("key '%s' is already used by another activity kind of the brand.", "key"),
    RESERVED_KIND("key '%s' is reserved for a kind that Grapevine records itself.", "key"),
    TOO_MANY_KINDS(
            "brand already has " + ActivityKinds.MAX_KINDS + " activity kinds, the maximum.",
            "brand");

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
