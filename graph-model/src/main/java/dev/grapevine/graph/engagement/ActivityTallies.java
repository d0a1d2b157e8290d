package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often customers did what, by customer and kind. Runs inside a transaction that has locked the
 * customers.
 */
@Component
class ActivityTallies {

    private static final CypherFile COUNT =
            CypherFile.of(ActivityTallies.class, "count-activities");

    private final Graph graph;

    ActivityTallies(Graph graph) {
        this.graph = graph;
    }

    private record Tally(
            String key,
            String brandId,
            String customerId,
            String kind,
            long count,
            long quantity,
            OffsetDateTime lastAt) {

        static Tally of(List<Activity> alike, int sign) {
            var one = alike.getFirst();
            var last = alike.stream().map(Activity::occurredAt).max(Comparator.naturalOrder());
            return new Tally(
                    keyOf(one),
                    one.brandId(),
                    one.customerId(),
                    one.kind(),
                    (long) sign * alike.size(),
                    sign * alike.stream().mapToLong(Activity::quantity).sum(),
                    last.orElseThrow());
        }
    }

    private static String keyOf(Activity activity) {
        return activity.customerId() + "|" + activity.kind();
    }

    /** Counts new activities, and says how many there are by now. */
    List<ActivitiesRecorded.Count> add(List<Activity> news) {
        return count(news, 1);
    }

    /** No longer counts activities that were withdrawn. */
    void remove(List<Activity> withdrawn) {
        count(withdrawn, -1);
    }

    private List<ActivitiesRecorded.Count> count(List<Activity> activities, int sign) {
        var tallies =
                activities.stream()
                        .collect(groupingBy(ActivityTallies::keyOf, TreeMap::new, toList()))
                        .values()
                        .stream()
                        .map(alike -> Tally.of(alike, sign))
                        .toList();
        return graph.write(
                COUNT, Map.of("tallies", tallies), row -> row.as(ActivitiesRecorded.Count.class));
    }
}
