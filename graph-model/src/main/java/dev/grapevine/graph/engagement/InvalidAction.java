package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.command.Rejection;

import java.util.List;

/**
 * Rejection of an action that conflicts with another action of the definition or is not in the
 * template.
 *
 * @param path path of the input field, from the root of the input
 */
record InvalidAction(Reason reason, String message, List<String> path) implements Rejection {

    /** Code of the rejection. */
    enum Reason {
        ACTION_NOT_FOUND,
        DUPLICATE_ACTION,
        KIND_COUNTED_TWICE
    }

    static InvalidAction unknown(EngagementTemplate template, int index, String action) {
        return new InvalidAction(
                Reason.ACTION_NOT_FOUND,
                "action '"
                        + shown(action)
                        + "' is not in the template "
                        + template
                        + ", which has the actions "
                        + String.join(", ", template.weights().keySet())
                        + ".",
                List.of("actions", String.valueOf(index), "action"));
    }

    static InvalidAction duplicate(int index, String action) {
        return new InvalidAction(
                Reason.DUPLICATE_ACTION,
                "actions contains '" + shown(action) + "' twice.",
                List.of("actions", String.valueOf(index), "action"));
    }

    static InvalidAction countedTwice(int index, String kind, String action, String otherAction) {
        var message =
                action.equals(otherAction)
                        ? "kinds of " + shown(action) + " contains '" + shown(kind) + "' twice."
                        : "kinds of "
                                + shown(action)
                                + " contains '"
                                + shown(kind)
                                + "', which already counts as "
                                + shown(otherAction)
                                + ".";
        return new InvalidAction(
                Reason.KIND_COUNTED_TWICE,
                message,
                List.of("actions", String.valueOf(index), "kinds"));
    }

    @Override
    public String code() {
        return reason.name();
    }

    private static String shown(String value) {
        return Texts.shortened(value, 60);
    }
}
