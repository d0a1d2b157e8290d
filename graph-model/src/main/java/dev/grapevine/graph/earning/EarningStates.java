package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

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

/** Repository of the snapshots, contexts and histories of customers. */
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

    /** Loads the contexts of existing customers. Cost: one round trip. */
    public List<CustomerContext> contexts(Collection<String> customerIds) {
        return graph.read(
                CONTEXTS, Map.of("ids", List.copyOf(customerIds)), Rows.to(CustomerContext.class));
    }

    /**
     * Loads the counters of contributions by their keys {@link EarningSnapshot#key}. Cost: one
     * round trip, none without keys.
     */
    List<EarningSnapshot> ofContributions(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : graph.read(
                        OF_CONTRIBUTIONS,
                        Map.of("keys", List.copyOf(keys)),
                        Rows.to(EarningSnapshot.class, "snapshot"));
    }

    /**
     * Loads the activities of customers that are not cancelled, by customer id, in the order of
     * their positions. Cost: one round trip.
     */
    public Map<String, List<Activity>> history(Collection<String> customerIds) {
        return graph
                .read(HISTORY, Map.of("ids", List.copyOf(customerIds)), EarningStates::activity)
                .stream()
                .sorted(Comparator.comparing(Activity::order))
                .collect(groupingBy(Activity::customerId));
    }

    private static Activity activity(Record row) {
        return Rows.map(row.get("activity"), Activity.class);
    }

    /**
     * Revision and flags that a new activity is evaluated with.
     *
     * @param id id of the activity
     */
    record EvaluatedActivity(String id, long revision, List<String> flags) {}

    /**
     * Stores snapshots, and the revision and flags of new activities.
     *
     * @param replayed ids of replayed customers, whose other counters of contributions are cleared
     */
    void store(
            List<EarningSnapshot> snapshots,
            List<EvaluatedActivity> evaluatedActivities,
            Collection<String> replayed) {
        graph.write(
                STORE,
                Map.of(
                        "snapshots",
                        snapshots,
                        "evaluatedActivities",
                        evaluatedActivities,
                        "replayed",
                        List.copyOf(replayed)));
    }

    /** Returns the facts of a stored activity. */
    public static ActivityFacts activityFacts(Activity activity) {
        var revision = activity.revision() == null ? 0 : activity.revision();
        return activityFacts(activity, revision, new HashSet<>(activity.flags()));
    }

    /** Returns the facts of an activity that is being recorded. */
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
