package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.NamedRejection;


/** Why an activity was not recorded. */
enum ActivityRejection implements NamedRejection {
    ACTIVITY_ID_REUSED(
            "An activity of this kind with this id was recorded before, with other contents.",
            "id"),
    ALREADY_CANCELLED("The activity is already cancelled.", "activity"),
    RESERVED_KIND("Grapevine records activities of this kind itself.", "kind"),
    TOO_MANY_ACTIVITIES("A call may record at most 100 activities.", "activities");

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
