package dev.grapevine.graph.activity;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cancellation of activities: marks an activity as cancelled once and notifies the activity
 * listeners.
 */
@Component
class ActivityCancellation {

    private static final CypherStatement CANCEL =
            CypherStatement.of(ActivityCancellation.class, "cancel-activity");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final Ids ids;
    private final Times times;
    private final List<ActivityListener> listeners;

    ActivityCancellation(
            GraphClient graph,
            Idempotency idempotency,
            Customers customers,
            Ids ids,
            Times times,
            List<ActivityListener> listeners) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.ids = ids;
        this.times = times;
        this.listeners = listeners;
    }

    /**
     * Cancels an activity.
     *
     * @param find returns the activity with an id if the caller may see it, or null
     */
    Result<Activity> cancel(
            Call call, CancelActivity command, Function<String, @Nullable Activity> find) {
        var validation = call.check().text("reason", command.reason(), 200);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        // The command creates no node: a new id distinguishes the first call from a replay.
        return idempotency.execute(
                call,
                command,
                ids.next("act"),
                () -> cancel(command, find.apply(command.activity())),
                _ -> found(command, find.apply(command.activity())));
    }

    private static Result<Activity> found(CancelActivity command, @Nullable Activity activity) {
        return activity == null
                ? Result.rejected(new NotFound("Activity", command.activity(), "activity"))
                : Result.success(activity);
    }

    private Result<Activity> cancel(CancelActivity command, @Nullable Activity activity) {
        if (activity == null) {
            return found(command, null);
        }
        customers.lock(Caller.SYSTEM, List.of(activity.customerId()));
        var cancelled =
                graph.write(
                        CANCEL,
                        Map.of("id", activity.id(), "now", times.now(), "reason", command.reason()),
                        Rows.to(Activity.class, "activity"));
        if (cancelled.isEmpty()) {
            return Result.rejected(ActivityRejection.ALREADY_CANCELLED.with(activity.id()));
        }
        listeners.forEach(listener -> listener.cancelled(cancelled));
        return Result.success(cancelled.getFirst());
    }
}
