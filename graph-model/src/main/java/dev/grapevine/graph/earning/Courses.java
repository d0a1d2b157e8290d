package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.course.Happening;
import dev.grapevine.graph.engagement.Activity;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

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
class Courses {

    private static final CypherFile TRAVELLERS = CypherFile.of(Courses.class, "travellers");
    private static final CypherFile OF_CONTRIBUTIONS =
            CypherFile.of(Courses.class, "courses-of-contributions");
    private static final CypherFile HISTORY = CypherFile.of(Courses.class, "history-of-customers");
    private static final CypherFile STORE = CypherFile.of(Courses.class, "store-courses");

    private final Graph graph;

    Courses(Graph graph) {
        this.graph = graph;
    }

    /** The customers; who has not joined any more is left out. */
    List<Traveller> travellers(Collection<String> customerIds) {
        return graph.read(
                TRAVELLERS,
                Map.of("ids", List.copyOf(customerIds)),
                row -> row.as(Traveller.class));
    }

    /** What is kept of contributions, by their keys {@link StoredCourse#key}. */
    List<StoredCourse> ofContributions(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : graph.read(
                        OF_CONTRIBUTIONS,
                        Map.of("keys", List.copyOf(keys)),
                        row -> row.get("course").as(StoredCourse.class));
    }

    /** All that customers have done and not withdrawn, by customer, in the order of the places. */
    Map<String, List<Activity>> history(Collection<String> customerIds) {
        return graph
                .read(HISTORY, Map.of("ids", List.copyOf(customerIds)), Courses::activity)
                .stream()
                .sorted(Comparator.comparing(Activity::order))
                .collect(groupingBy(Activity::customerId));
    }

    private static Activity activity(Record row) {
        return row.get("activity").as(Activity.class);
    }

    /** Which edition an activity is reckoned by, and what was true then. */
    record Mark(String id, long edition, List<String> facts) {}

    /**
     * Stores courses and marks activities.
     *
     * @param anew customers of whose contributions nothing else is kept
     */
    void store(List<StoredCourse> courses, List<Mark> marks, Collection<String> anew) {
        graph.write(STORE, Map.of("courses", courses, "marks", marks, "anew", List.copyOf(anew)));
    }

    /** What rules see of an activity. */
    static Happening happening(Activity activity) {
        var edition = activity.edition() == null ? 0 : activity.edition();
        return happening(activity, edition, new HashSet<>(activity.facts()));
    }

    /** What rules see of an activity that is being recorded. */
    static Happening happening(Activity activity, long edition, Facts facts) {
        return happening(activity, edition, facts.at(activity.occurredAt()));
    }

    private static Happening happening(Activity activity, long edition, Set<String> facts) {
        var fields = new HashMap<String, String>();
        for (RecordActivity.Field field : activity.fieldValues()) {
            fields.put(field.name(), field.value());
        }
        return new Happening(
                activity.id(),
                new Happening.Place(activity.occurredAt(), activity.sortKey()),
                activity.kind(),
                activity.quantity(),
                money(activity.value()),
                activity.channel(),
                fields,
                activity.subjectId(),
                activity.subjectKind(),
                activity.answersOwn(),
                facts,
                edition);
    }

    private static @Nullable BigDecimal money(@Nullable String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
