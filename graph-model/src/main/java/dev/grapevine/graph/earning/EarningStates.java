package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads and stores how far customers have come, and what they have done. */
@Component
public class EarningStates {

    private static final CypherStatement CONTEXTS =
            CypherStatement.of(EarningStates.class, "customer-contexts");
    private static final CypherStatement OF_CONTRIBUTIONS =
            CypherStatement.of(EarningStates.class, "earning-states-of-contributions");
    private static final CypherStatement HISTORY =
            CypherStatement.of(EarningStates.class, "history-of-customers");
    private static final CypherStatement STORE =
            CypherStatement.of(EarningStates.class, "save-earning-states");

    private final GraphClient graph;

    EarningStates(GraphClient graph) {
        this.graph = graph;
    }

    /** The customers; who has not joined any more is left out. */
    public List<CustomerContext> contexts(Collection<String> customerIds) {
        return graph.read(
                CONTEXTS,
                Map.of("ids", List.copyOf(customerIds)),
                row -> row.as(CustomerContext.class));
    }

    /** What is kept of contributions, by their keys {@link EarningSnapshot#key}. */
    List<EarningSnapshot> ofContributions(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : graph.read(
                        OF_CONTRIBUTIONS,
                        Map.of("keys", List.copyOf(keys)),
                        row -> row.get("snapshot").as(EarningSnapshot.class));
    }

    /** All that customers have done and not withdrawn, by customer, in the order of the places. */
    public Map<String, List<Activity>> history(Collection<String> customerIds) {
        return graph
                .read(HISTORY, Map.of("ids", List.copyOf(customerIds)), EarningStates::activity)
                .stream()
                .sorted(Comparator.comparing(Activity::order))
                .collect(groupingBy(Activity::customerId));
    }

    private static Activity activity(Record row) {
        return row.get("activity").as(Activity.class);
    }

    /** Which edition an activity is reckoned by, and what was true then. */
    record Watermark(String id, long revision, List<String> flags) {}

    /**
     * Stores courses and marks activities.
     *
     * @param replayed customers of whose contributions nothing else is kept
     */
    void store(
            List<EarningSnapshot> snapshots,
            List<Watermark> watermarks,
            Collection<String> replayed) {
        graph.write(
                STORE,
                Map.of(
                        "snapshots",
                        snapshots,
                        "watermarks",
                        watermarks,
                        "replayed",
                        List.copyOf(replayed)));
    }

    /** What rules see of an activity. */
    public static ActivityFacts activityFacts(Activity activity) {
        var revision = activity.revision() == null ? 0 : activity.revision();
        return activityFacts(activity, revision, new HashSet<>(activity.flags()));
    }

    /** What rules see of an activity that is being recorded. */
    public static ActivityFacts activityFacts(
            Activity activity, long revision, CustomerFlags flags) {
        return activityFacts(activity, revision, flags.at(activity.occurredAt()));
    }

    private static ActivityFacts activityFacts(
            Activity activity, long revision, Set<String> flags) {
        var fields = new HashMap<String, String>();
        for (RecordActivity.Field field : activity.fieldValues()) {
            fields.put(field.name(), field.value());
        }
        return new ActivityFacts(
                activity.id(),
                new ActivityFacts.Position(activity.occurredAt(), activity.sortKey()),
                activity.kind(),
                activity.quantity(),
                money(activity.value()),
                activity.channel(),
                fields,
                activity.subjectId(),
                activity.subjectKind(),
                activity.isReplyToOwn(),
                flags,
                revision);
    }

    private static @Nullable BigDecimal money(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
