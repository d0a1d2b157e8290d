package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about activities. */
enum ActivityRejection implements NamedRejection {
    ACTIVITY_EXTERNAL_ID_REUSED(
            "externalId '%s' was used before for an activity of the same kind with other content.",
            "externalId"),
    ALREADY_CANCELLED("activity %s is already cancelled.", "activity"),
    RESERVED_KIND("kind '%s' is reserved for activities that Grapevine records itself.", "kind"),
    TOO_MANY_ACTIVITIES(
            "activities has %d items; a call has at most " + Activities.MAX_BATCH + ".",
            "activities");

    private final String message;
    private final String field;

    ActivityRejection(String message, String field) {
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
