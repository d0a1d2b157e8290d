package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Refusal;

import java.util.List;

/** Why an activity was not recorded. */
enum ActivityRefusal implements Refusal {
    ACTIVITY_ID_REUSED(
            "An activity of this kind with this id was recorded before, with other contents.",
            "id"),
    RESERVED_KIND("Grapevine records activities of this kind itself.", "kind"),
    TOO_MANY_ACTIVITIES("A call may record at most 100 activities.", "activities");

    private final String message;
    private final String field;

    ActivityRefusal(String message, String field) {
        this.message = message;
        this.field = field;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public List<String> path() {
        return List.of(field);
    }
}
