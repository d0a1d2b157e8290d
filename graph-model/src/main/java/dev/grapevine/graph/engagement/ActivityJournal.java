package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Writes activities: once each, and told to whoever rewards. Runs inside a transaction that has
 * locked the customers.
 */
@Component
class ActivityJournal {

    private static final CypherFile RECORD =
            CypherFile.of(ActivityJournal.class, "record-activities");

    private final Graph graph;
    private final Ids ids;
    private final Times times;
    private final List<ActivityListener> listeners;

    ActivityJournal(Graph graph, Ids ids, Times times, List<ActivityListener> listeners) {
        this.graph = graph;
        this.ids = ids;
        this.times = times;
        this.listeners = listeners;
    }

    /**
     * An activity about to be written, and what makes it unique in the whole graph.
     *
     * @param namesChannel whether its channel was reported
     */
    record Row(String key, Activity activity, boolean namesChannel) {}

    /**
     * A report that is right, with what its kind says.
     *
     * @param channel as reported, or else as the kind says
     * @param fields in their one form, by name
     */
    record Report(RecordActivity command, @Nullable String channel, List<String> fields) {}

    /** What an activity takes from what it is about. */
    record SubjectFacts(@Nullable String subjectKind, boolean answersOwn) {

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
                    answersOwn,
                    activity.edition(),
                    activity.facts(),
                    activity.occurredAt(),
                    activity.recordedAt(),
                    activity.withdrawnAt(),
                    activity.withdrawnBecause());
        }
    }

    Row row(String brandId, Report report, String customerId, @Nullable String subjectId) {
        var command = report.command();
        var name = command.externalId();
        var activity =
                new Activity(
                        ids.next("act"),
                        brandId,
                        customerId,
                        name,
                        sortKey(name, command.kind()),
                        command.kind(),
                        report.channel(),
                        command.quantity(),
                        command.value() == null ? null : Decimals.plain(command.value()),
                        report.fields(),
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

    Row row(OwnActivity own) {
        var activity =
                new Activity(
                        ids.next("act"),
                        own.brandId(),
                        own.customerId(),
                        null,
                        sortKey(own.causeId(), own.kind()),
                        own.kind(),
                        null,
                        own.quantity(),
                        null,
                        List.of(),
                        own.subjectId(),
                        null,
                        false,
                        null,
                        List.of(),
                        Times.utc(own.occurredAt()),
                        times.now(),
                        null,
                        null);
        return new Row("own|" + own.causeId(), activity, false);
    }

    /** The blank comes before all that a name may have in it: so the names alone give the order. */
    private static String sortKey(String nameOrCause, String kind) {
        return nameOrCause + " " + kind;
    }

    /** Writes the activities that were not refused before; the outcomes are in their order. */
    List<Outcome<Activity>> write(List<Outcome<Row>> rows) {
        return Outcome.carryOn(rows, this::store);
    }

    private record Written(String rowId, Activity activity) {

        boolean isNew() {
            return activity.id().equals(rowId);
        }

        Outcome<Activity> outcome(Row reported) {
            if (isNew()) {
                return Outcome.done(activity);
            }
            return activity.reportsTheSameAs(reported.activity(), reported.namesChannel())
                    ? new Outcome.Done<>(activity, true)
                    : Outcome.refused(ActivityRefusal.ACTIVITY_ID_REUSED);
        }
    }

    private List<Outcome<Activity>> store(List<Row> rows) {
        var sorted = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        var written =
                graph.write(RECORD, Map.of("rows", sorted), row -> row.as(Written.class)).stream()
                        .collect(toMap(Written::rowId, Function.identity()));
        tell(
                rows.stream()
                        .map(row -> found(written, row))
                        .filter(Written::isNew)
                        .map(Written::activity)
                        .toList());
        return rows.stream().map(row -> found(written, row).outcome(row)).toList();
    }

    private static Written found(Map<String, Written> written, Row row) {
        return Objects.requireNonNull(written.get(row.activity().id()));
    }

    private void tell(List<Activity> news) {
        if (!news.isEmpty()) {
            listeners.forEach(listener -> listener.recorded(news));
        }
    }
}
