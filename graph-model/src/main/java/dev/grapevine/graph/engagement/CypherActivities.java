package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Activities by Cypher: finds whom and what they are about, locks the customers, and has them
 * written.
 */
@Component
class CypherActivities implements Activities {

    private static final CypherFile SUBJECTS =
            CypherFile.of(CypherActivities.class, "subjects-by-keys");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherActivities.class, "activities-of-customers");
    private static final CypherFile OF_KINDS =
            CypherFile.of(CypherActivities.class, "activities-of-kinds");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherActivities.class, "activities-by-ids");

    private final Graph graph;
    private final Brands brands;
    private final Customers customers;
    private final ActivityJournal journal;

    CypherActivities(Graph graph, Brands brands, Customers customers, ActivityJournal journal) {
        this.graph = graph;
        this.brands = brands;
        this.customers = customers;
        this.journal = journal;
    }

    @Override
    public Outcome<List<Outcome<Activity>>> record(
            Caller caller, String brandKey, List<RecordActivity> commands) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        if (commands.size() > MOST) {
            return Outcome.refused(ActivityRefusal.TOO_MANY_ACTIVITIES);
        }
        return Outcome.done(recordAll(brand.get().id(), commands));
    }

    @Override
    public List<Outcome<Activity>> recordAll(String brandId, List<RecordActivity> commands) {
        return graph.inOneTransaction(
                () ->
                        Outcome.checked(
                                commands,
                                CypherActivities::check,
                                right -> recordRight(brandId, right)));
    }

    private static Inputs check(RecordActivity command) {
        var value = command.value();
        return new Inputs()
                .matches("id", command.externalId(), Inputs.EXTERNAL_ID)
                .kind("kind", command.kind())
                .time("occurredAt", command.occurredAt())
                .between("quantity", command.quantity(), -1_000_000_000, 1_000_000_000)
                .require(
                        value == null || isMoney(value),
                        "value",
                        "Has more than 15 digits before or more than 4 after the point.");
    }

    /** At most 15 digits before and 4 after the point; the scale first, for it may be enormous. */
    private static boolean isMoney(BigDecimal value) {
        return value.scale() >= -15
                && value.scale() <= 4
                && value.precision() - value.scale() <= 15;
    }

    private List<Outcome<Activity>> recordRight(String brandId, List<RecordActivity> commands) {
        var doers =
                customers.byExternalIds(
                        brandId,
                        commands.stream().map(RecordActivity::customer).distinct().toList());
        customers.lock(Caller.GRAPEVINE, doers.values().stream().map(Customer::id).toList());
        var subjects = subjects(brandId, commands);
        var entries =
                commands.stream()
                        .map(
                                command ->
                                        entry(
                                                brandId,
                                                command,
                                                doers.get(command.customer()),
                                                subjects))
                        .toList();
        return journal.write(entries);
    }

    private Outcome<ActivityJournal.Row> entry(
            String brandId,
            RecordActivity command,
            @Nullable Customer doer,
            Map<String, String> subjects) {
        if (OWN_KINDS.contains(command.kind())) {
            return Outcome.refused(ActivityRefusal.RESERVED_KIND);
        }
        if (doer == null) {
            return Outcome.refused(new Unknown("Customer", command.customer(), "customer"));
        }
        var subjectId =
                command.contribution() == null ? null : subjects.get(command.contribution());
        if (command.contribution() != null && subjectId == null) {
            return Outcome.refused(
                    new Unknown("Contribution", command.contribution(), "contribution"));
        }
        return Outcome.done(journal.row(brandId, command, doer.id(), subjectId));
    }

    private Map<String, String> subjects(String brandId, List<RecordActivity> commands) {
        var keys =
                commands.stream()
                        .map(RecordActivity::contribution)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(externalId -> brandId + "|" + externalId)
                        .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return graph.read(SUBJECTS, Map.of("keys", keys), row -> row).stream()
                .collect(
                        toMap(
                                row -> row.get("externalId").asString(),
                                row -> row.get("id").asString()));
    }

    @Override
    public void recordOwn(List<OwnActivity> activities) {
        journal.write(activities.stream().map(own -> Outcome.done(journal.row(own))).toList());
    }

    @Override
    public Map<String, Page<Activity>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        var statement = request.filters().get("kinds") == null ? OF_CUSTOMERS : OF_KINDS;
        return Page.each(
                graph, statement, customerIds, request, Cursor.HIGHEST, CypherActivities::activity);
    }

    @Override
    public Map<String, Activity> byIds(Caller caller, Collection<String> ids) {
        return graph
                .read(BY_IDS, Map.of("ids", List.copyOf(ids)), CypherActivities::activity)
                .stream()
                .filter(activity -> caller.sees(activity.brandId()))
                .collect(toMap(Activity::id, activity -> activity));
    }

    private static Activity activity(Record row) {
        return row.get("activity").as(Activity.class);
    }
}
