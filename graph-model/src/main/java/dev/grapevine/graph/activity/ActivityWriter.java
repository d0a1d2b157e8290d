package dev.grapevine.graph.activity;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Writer of activities: writes each one once and notifies the activity listeners of the new ones.
 * Runs inside a transaction that has locked the customers.
 */
@Component
class ActivityWriter {

    private static final CypherStatement RECORD =
            CypherStatement.of(ActivityWriter.class, "record-activities");

    private final GraphClient graph;
    private final Ids ids;
    private final Times times;
    private final List<ActivityListener> listeners;

    ActivityWriter(GraphClient graph, Ids ids, Times times, List<ActivityListener> listeners) {
        this.graph = graph;
        this.ids = ids;
        this.times = times;
        this.listeners = listeners;
    }

    /**
     * Activity to be written, with its unique key.
     *
     * @param namesChannel true if the report names the channel
     */
    record Row(String key, Activity activity, boolean namesChannel) {}

    /**
     * Valid report, completed from its kind.
     *
     * @param channel reported channel, or else the channel of the kind
     * @param fields canonical fields, sorted by name
     */
    record ValidatedActivity(
            RecordActivity command, @Nullable String channel, List<String> fields) {}

    /** Details of the subject that are copied to the activity. */
    record SubjectDetails(@Nullable String subjectKind, boolean isReplyToOwn) {

        Activity of(Activity activity) {
            return new Activity(
                    activity.id(),
                    activity.brandId(),
                    activity.customerId(),
                    activity.externalId(),
                    activity.sortKey(),
                    activity.kind(),
                    activity.channel(),
                    activity.quantity(),
                    activity.value(),
                    activity.fields(),
                    activity.subjectId(),
                    subjectKind,
                    isReplyToOwn,
                    activity.revision(),
                    activity.flags(),
                    activity.occurredAt(),
                    activity.recordedAt(),
                    activity.cancelledAt(),
                    activity.cancellationReason());
        }
    }

    Row row(
            String brandId,
            ValidatedActivity validatedActivity,
            String customerId,
            @Nullable String subjectId) {
        var command = validatedActivity.command();
        var name = command.externalId();
        var activity =
                new Activity(
                        ids.next("act"),
                        brandId,
                        customerId,
                        name,
                        sortKey(name, command.kind()),
                        command.kind(),
                        validatedActivity.channel(),
                        command.quantity(),
                        command.value() == null ? null : DecimalText.plain(command.value()),
                        validatedActivity.fields(),
                        subjectId,
                        null,
                        false,
                        null,
                        List.of(),
                        Times.utc(command.occurredAt()),
                        times.now(),
                        null,
                        null);
        return new Row(
                Activity.key(brandId, command.kind(), name), activity, command.channel() != null);
    }

    Row row(SystemActivity systemActivity) {
        var activity =
                new Activity(
                        ids.next("act"),
                        systemActivity.brandId(),
                        systemActivity.customerId(),
                        null,
                        sortKey(systemActivity.causeId(), systemActivity.kind()),
                        systemActivity.kind(),
                        null,
                        systemActivity.quantity(),
                        null,
                        List.of(),
                        systemActivity.subjectId(),
                        null,
                        false,
                        null,
                        List.of(),
                        Times.utc(systemActivity.occurredAt()),
                        times.now(),
                        null,
                        null);
        return new Row("own|" + systemActivity.causeId(), activity, false);
    }

    /**
     * Returns the tie-breaker of equal times. The blank sorts before every character of an id, so
     * that the ids alone determine the order.
     */
    private static String sortKey(String nameOrCause, String kind) {
        return nameOrCause + " " + kind;
    }

    /** Writes the activities that are not rejected yet; the results are in their order. */
    List<Result<Activity>> write(List<Result<Row>> rows) {
        return Result.mapSuccesses(rows, this::store);
    }

    private record WrittenActivity(String rowId, Activity activity) {

        boolean isNew() {
            return activity.id().equals(rowId);
        }

        Result<Activity> result(Row reported) {
            if (isNew()) {
                return Result.success(activity);
            }
            return activity.reportsTheSameAs(reported.activity(), reported.namesChannel())
                    ? new Result.Success<>(activity, true)
                    : Result.rejected(
                            ActivityRejection.ACTIVITY_EXTERNAL_ID_REUSED.with(
                                    String.valueOf(activity.externalId())));
        }
    }

    private List<Result<Activity>> store(List<Row> rows) {
        var sorted = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        var writtenById =
                graph.write(RECORD, Map.of("rows", sorted), Rows.to(WrittenActivity.class)).stream()
                        .collect(toMap(WrittenActivity::rowId, Function.identity()));
        notifyListeners(
                rows.stream()
                        .map(row -> writtenOf(writtenById, row))
                        .filter(WrittenActivity::isNew)
                        .map(WrittenActivity::activity)
                        .toList());
        return rows.stream().map(row -> writtenOf(writtenById, row).result(row)).toList();
    }

    private static WrittenActivity writtenOf(Map<String, WrittenActivity> writtenById, Row row) {
        return Objects.requireNonNull(writtenById.get(row.activity().id()));
    }

    private void notifyListeners(List<Activity> newActivities) {
        if (!newActivities.isEmpty()) {
            listeners.forEach(listener -> listener.recorded(newActivities));
        }
    }
}
