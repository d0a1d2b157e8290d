package dev.grapevine.graph.engagement;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes back what did not happen after all: once, no longer counted, and told to whoever rewards.
 */
@Component
class Withdrawals {

    private static final CypherFile WITHDRAW =
            CypherFile.of(Withdrawals.class, "withdraw-activity");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final Ids ids;
    private final Times times;
    private final List<ActivityListener> listeners;

    Withdrawals(
            Graph graph,
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
     * Withdraws an activity.
     *
     * @param find answers the activity with an id, if the caller may see it
     */
    Outcome<Activity> withdraw(
            Call call, WithdrawActivity command, Function<String, @Nullable Activity> find) {
        var inputs = call.check().text("reason", command.reason(), 1, 200);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        // The activity was there before: a name of its own tells the first call from its
        // repetition.
        return idempotency.once(
                call,
                command,
                ids.next("act"),
                () -> withdraw(command, find.apply(command.activityId())),
                _ -> found(command, find.apply(command.activityId())));
    }

    private static Outcome<Activity> found(WithdrawActivity command, @Nullable Activity activity) {
        return activity == null
                ? Outcome.refused(new Unknown("Activity", command.activityId(), "activity"))
                : Outcome.done(activity);
    }

    private Outcome<Activity> withdraw(WithdrawActivity command, @Nullable Activity activity) {
        if (activity == null) {
            return found(command, null);
        }
        customers.lock(Caller.GRAPEVINE, List.of(activity.customerId()));
        var withdrawn =
                graph.write(
                        WITHDRAW,
                        Map.of("id", activity.id(), "now", times.now(), "reason", command.reason()),
                        row -> row.get("activity").as(Activity.class));
        if (withdrawn.isEmpty()) {
            return Outcome.refused(ActivityRefusal.ALREADY_CANCELLED);
        }
        listeners.forEach(listener -> listener.cancelled(withdrawn));
        return Outcome.done(withdrawn.getFirst());
    }
}
