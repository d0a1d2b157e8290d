package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.NamedRejection;

/** Rejections of commands about activities. */
enum ActivityRejection implements NamedRejection {
    ACTIVITY_EXTERNAL_ID_REUSED(
            "externalId was used before for an activity of the same kind with other content.",
            "externalId"),
    ALREADY_CANCELLED("activity is already cancelled.", "activity"),
    RESERVED_KIND("kind is reserved for activities that Grapevine records itself.", "kind"),
    TOO_MANY_ACTIVITIES(
            "activities has more than " + Activities.MAX_BATCH + " items, the maximum of a call.",
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
