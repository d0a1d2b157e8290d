package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes activities: once each, counted by customer and kind, and told to whoever rewards. Runs
 * inside a transaction that has locked the customers.
 */
@Component
class ActivityJournal {

    private static final CypherFile RECORD =
            CypherFile.of(ActivityJournal.class, "record-activities");
    private static final CypherFile COUNT =
            CypherFile.of(ActivityJournal.class, "count-activities");

    private final Graph graph;
    private final Ids ids;
    private final Times times;
    private final ApplicationEventPublisher events;

    ActivityJournal(Graph graph, Ids ids, Times times, ApplicationEventPublisher events) {
        this.graph = graph;
        this.ids = ids;
        this.times = times;
        this.events = events;
    }

    /** An activity about to be written, and what makes it unique in the whole graph. */
    record Row(String key, Activity activity) {}

    Row row(String brandId, RecordActivity command, String customerId, @Nullable String subjectId) {
        var value =
                command.value() == null
                        ? null
                        : command.value().stripTrailingZeros().toPlainString();
        var activity =
                new Activity(
                        ids.next("act"),
                        brandId,
                        customerId,
                        command.externalId(),
                        command.kind(),
                        command.quantity(),
                        value,
                        subjectId,
                        Times.utc(command.occurredAt()),
                        times.now());
        return new Row(brandId + "|" + command.kind() + "|" + command.externalId(), activity);
    }

    Row row(OwnActivity own) {
        var activity =
                new Activity(
                        ids.next("act"),
                        own.brandId(),
                        own.customerId(),
                        null,
                        own.kind(),
                        1,
                        null,
                        own.subjectId(),
                        Times.utc(own.occurredAt()),
                        times.now());
        return new Row("own|" + own.causeId(), activity);
    }

    /** Writes the activities that were not refused before; the outcomes are in their order. */
    List<Outcome<Activity>> write(List<Outcome<Row>> rows) {
        return Outcome.carryOn(rows, this::store);
    }

    private record Written(String rowId, Activity activity) {
        Outcome<Activity> outcome(Activity reported) {
            if (activity.id().equals(reported.id())) {
                return Outcome.done(activity);
            }
            return activity.reportsTheSameAs(reported)
                    ? new Outcome.Done<>(activity, true)
                    : Outcome.refused(ActivityRefusal.ACTIVITY_ID_REUSED);
        }
    }

    private List<Outcome<Activity>> store(List<Row> rows) {
        var sorted = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        var written =
                graph.write(RECORD, Map.of("rows", sorted), row -> row.as(Written.class)).stream()
                        .collect(toMap(Written::rowId, Function.identity()));
        var activities = rows.stream().map(Row::activity).toList();
        count(
                activities.stream()
                        .filter(
                                activity ->
                                        found(written, activity)
                                                .activity()
                                                .id()
                                                .equals(activity.id()))
                        .toList());
        return activities.stream()
                .map(activity -> found(written, activity).outcome(activity))
                .toList();
    }

    private static Written found(Map<String, Written> written, Activity activity) {
        return Objects.requireNonNull(written.get(activity.id()));
    }

    private record Tally(
            String key,
            String brandId,
            String customerId,
            String kind,
            long count,
            long quantity,
            OffsetDateTime lastAt) {

        static Tally of(List<Activity> alike) {
            var one = alike.getFirst();
            var last = alike.stream().map(Activity::occurredAt).max(Comparator.naturalOrder());
            return new Tally(
                    one.customerId() + "|" + one.kind(),
                    one.brandId(),
                    one.customerId(),
                    one.kind(),
                    alike.size(),
                    alike.stream().mapToLong(Activity::quantity).sum(),
                    last.orElseThrow());
        }
    }

    private void count(List<Activity> news) {
        if (news.isEmpty()) {
            return;
        }
        var tallies =
                news.stream()
                        .collect(
                                groupingBy(
                                        activity -> activity.customerId() + "|" + activity.kind(),
                                        TreeMap::new,
                                        toList()))
                        .values()
                        .stream()
                        .map(Tally::of)
                        .toList();
        events.publishEvent(
                new ActivitiesRecorded(
                        graph.write(
                                COUNT,
                                Map.of("tallies", tallies),
                                row -> row.as(ActivitiesRecorded.Count.class))));
    }
}
