package dev.grapevine.graph.activity;

import static java.util.Comparator.comparing;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Cancellation of activities: marks activities as cancelled once and notifies the activity
 * listeners.
 */
@Component
class ActivityCancellation {

    private static final CypherStatement CANCEL =
            CypherStatement.of(ActivityCancellation.class, "cancel-activities");

    /** Maximum number of cancellations in one transaction. */
    private static final int MAX_ROUND = 20;

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

    /** Finds activities by their ids; without those that the caller may not see. */
    interface Finder extends Function<Collection<String>, Map<String, Activity>> {}

    /** Cancels an activity, once per idempotency key. */
    Result<Activity> cancel(Call call, CancelActivity command, Finder find) {
        var validation = check(call.check(), command);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        // The command creates no node: a new id distinguishes the first call from a replay.
        return idempotency.execute(
                call,
                command,
                ids.next("act"),
                () -> once(cancelFound(List.of(command), find).getFirst()),
                _ -> found(command, find.apply(List.of(command.activity()))));
    }

    /** Rejects the cancellation of an activity that another call has cancelled before. */
    private static Result<Activity> once(Result<Activity> result) {
        return result instanceof Result.Success<Activity>(var activity, var isReplay) && isReplay
                ? Result.rejected(ActivityRejection.ALREADY_CANCELLED.with(activity.id()))
                : result;
    }

    /**
     * Cancels activities; returns one result for each command, in their order. Cancelling an
     * activity again for the same reason and time has no effect, so a call that failed between two
     * of its transactions is repeated as it is.
     */
    List<Result<Activity>> cancelAll(List<CancelActivity> commands, Finder find) {
        return Result.checked(
                commands,
                command -> check(new Validation(), command),
                valid -> cancelFound(valid, find));
    }

    private Validation check(Validation validation, CancelActivity command) {
        return validation
                .text("reason", command.reason(), 200)
                .past("cancelledAt", command.cancelledAt(), times);
    }

    private List<Result<Activity>> cancelFound(List<CancelActivity> commands, Finder find) {
        var found = find.apply(commands.stream().map(CancelActivity::activity).toList());
        return Result.mapSuccesses(
                commands.stream().map(command -> cancellation(command, found)).toList(),
                this::cancel);
    }

    private static Result<Activity> found(CancelActivity command, Map<String, Activity> found) {
        var activity = found.get(command.activity());
        return activity == null ? Result.rejected(notFound(command)) : Result.success(activity);
    }

    private static NotFound notFound(CancelActivity command) {
        return new NotFound("Activity", command.activity(), "activity");
    }

    /** Cancellation of an existing activity. */
    private record Cancellation(
            String id,
            String customerId,
            String reason,
            OffsetDateTime cancelledAt,
            boolean isTimeStated) {

        /** Returns true if an earlier cancellation of the activity said the same. */
        boolean repeats(Activity cancelled) {
            return reason.equals(cancelled.cancellationReason())
                    && (!isTimeStated || cancelledAt.equals(cancelled.cancelledAt()));
        }
    }

    private Result<Cancellation> cancellation(CancelActivity command, Map<String, Activity> found) {
        var activity = found.get(command.activity());
        if (activity == null) {
            return Result.rejected(notFound(command));
        }
        var at = command.cancelledAt() == null ? times.now() : Times.utc(command.cancelledAt());
        var validation =
                new Validation()
                        .require(
                                command.cancelledAt() == null
                                        || !at.isBefore(activity.occurredAt()),
                                "cancelledAt",
                                "cancelledAt is before the activity, which occurred at "
                                        + activity.occurredAt()
                                        + ".");
        return validation.isValid()
                ? Result.success(
                        new Cancellation(
                                activity.id(),
                                activity.customerId(),
                                command.reason(),
                                at,
                                command.cancelledAt() != null))
                : validation.rejected();
    }

    private record CancelledActivity(Activity activity, boolean isNew) {}

    private List<Result<Activity>> cancel(List<Cancellation> cancellations) {
        var first = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < cancellations.size(); i++) {
            first.putIfAbsent(cancellations.get(i).id(), i);
        }
        var cancelled = new HashMap<String, CancelledActivity>();
        rounds(first.values().stream().map(cancellations::get).toList())
                .forEach(
                        round ->
                                graph.inOneTransaction(() -> mark(round))
                                        .forEach(it -> cancelled.put(it.activity().id(), it)));
        return IntStream.range(0, cancellations.size())
                .mapToObj(
                        i -> {
                            var cancellation = cancellations.get(i);
                            return result(
                                    cancellation,
                                    Objects.requireNonNull(cancelled.get(cancellation.id())),
                                    Integer.valueOf(i).equals(first.get(cancellation.id())));
                        })
                .toList();
    }

    /**
     * Splits cancellations so that each round is a short transaction, and those of one customer in
     * a round have the same time, which is that of what the listeners correct; the earliest come
     * first.
     */
    private static List<List<Cancellation>> rounds(Collection<Cancellation> cancellations) {
        var rounds = new ArrayList<List<Cancellation>>();
        var round = new ArrayList<Cancellation>();
        var times = new HashMap<String, OffsetDateTime>();
        for (var next :
                cancellations.stream().sorted(comparing(Cancellation::cancelledAt)).toList()) {
            var time = times.get(next.customerId());
            if (round.size() == MAX_ROUND || (time != null && !time.equals(next.cancelledAt()))) {
                rounds.add(List.copyOf(round));
                round.clear();
                times.clear();
            }
            round.add(next);
            times.put(next.customerId(), next.cancelledAt());
        }
        if (!round.isEmpty()) {
            rounds.add(List.copyOf(round));
        }
        return rounds;
    }

    /** Cancels the activities of a round in one transaction, after its customers are locked. */
    private List<CancelledActivity> mark(List<Cancellation> round) {
        customers.lock(
                Caller.SYSTEM, round.stream().map(Cancellation::customerId).distinct().toList());
        var marked = graph.write(CANCEL, Map.of("rows", round), Rows.to(CancelledActivity.class));
        var changed =
                marked.stream()
                        .filter(CancelledActivity::isNew)
                        .map(CancelledActivity::activity)
                        .toList();
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.cancelled(changed));
        }
        return marked;
    }

    private static Result<Activity> result(
            Cancellation cancellation, CancelledActivity cancelled, boolean isFirst) {
        var activity = cancelled.activity();
        if (isFirst && cancelled.isNew()) {
            return Result.success(activity);
        }
        return cancellation.repeats(activity)
                ? new Result.Success<>(activity, true)
                : Result.rejected(ActivityRejection.ALREADY_CANCELLED.with(activity.id()));
    }
}
