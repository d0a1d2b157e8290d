package dev.grapevine.graph.activity;

import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to cancel an activity that did not happen, for example a purchase that was returned.
 *
 * @param reason 1 to 200 characters
 * @param cancelledAt time of the cancellation, not before the activity, at most 24 hours from now;
 *     null for now
 */
public record CancelActivity(String activity, String reason, @Nullable OffsetDateTime cancelledAt)
        implements Command {

    /** Creates a cancellation as of now. */
    public CancelActivity(String activity, String reason) {
        this(activity, reason, null);
    }

    @Override
    public String operation() {
        return "cancelActivity";
    }
}
