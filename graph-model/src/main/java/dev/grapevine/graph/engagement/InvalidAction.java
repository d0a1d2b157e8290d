package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.command.Rejection;


import java.util.List;

/**
 * An action of a definition that cannot stand beside the others, or is none of its template's.
 *
 * @param path the input field, from the input's root down
 */
record InvalidAction(Reason reason, String message, List<String> path) implements Rejection {

    /** What is wrong with it. */
    enum Reason {
        ACTION_NOT_FOUND,
        DUPLICATE_ACTION,
        KIND_COUNTED_TWICE
    }

    static InvalidAction unknown(EngagementTemplate template, int place, String action) {
        return new InvalidAction(
                Reason.ACTION_NOT_FOUND,
                "The template "
                        + template
                        + " has no action '"
                        + shown(action)
                        + "'; it has "
                        + String.join(", ", template.weights().keySet())
                        + ".",
                List.of("actions", String.valueOf(place), "action"));
    }

    static InvalidAction named(int place, String action) {
        return new InvalidAction(
                Reason.DUPLICATE_ACTION,
                "The action '" + shown(action) + "' is there twice.",
                List.of("actions", String.valueOf(place), "action"));
    }

    static InvalidAction counted(int place, String kind, String action, String otherAction) {
        var message =
                action.equals(otherAction)
                        ? "'" + shown(kind) + "' counts twice as " + shown(action) + "."
                        : "'"
                                + shown(kind)
                                + "' counts as "
                                + shown(otherAction)
                                + " already, and cannot count as "
                                + shown(action)
                                + " too.";
        return new InvalidAction(
                Reason.KIND_COUNTED_TWICE,
                message,
                List.of("actions", String.valueOf(place), "kinds"));
    }

    @Override
    public String code() {
        return reason.name();
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
