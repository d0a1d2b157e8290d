package dev.grapevine.graph.engagement;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Unknown;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Activities by Cypher. */
@Component
class CypherActivities implements Activities {

    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherActivities.class, "activities-of-customers");
    private static final CypherFile OF_KINDS =
            CypherFile.of(CypherActivities.class, "activities-of-kinds");
    private static final CypherFile DOERS = CypherFile.of(CypherActivities.class, "doers");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherActivities.class, "activities-by-ids");
    private static final CypherFile BY_KEYS =
            CypherFile.of(CypherActivities.class, "activities-by-keys");

    private final Graph graph;
    private final Brands brands;
    private final Reports reports;
    private final Withdrawals withdrawals;
    private final ActivityJournal journal;

    CypherActivities(
            Graph graph,
            Brands brands,
            Reports reports,
            Withdrawals withdrawals,
            ActivityJournal journal) {
        this.graph = graph;
        this.brands = brands;
        this.reports = reports;
        this.withdrawals = withdrawals;
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
    public Outcome<Activity> preview(Caller caller, String brandKey, RecordActivity command) {
        return brands.byKey(caller, brandKey)
                .map(brand -> reports.preview(brand.id(), command))
                .orElseGet(() -> Outcome.refused(new Unknown("Brand", brandKey, "brand")));
    }

    @Override
    public List<Outcome<Activity>> recordAll(String brandId, List<RecordActivity> commands) {
        return reports.take(brandId, commands);
    }

    @Override
    public void recordOwn(List<OwnActivity> activities) {
        journal.write(activities.stream().map(own -> Outcome.done(journal.row(own))).toList());
    }

    @Override
    public Outcome<Activity> withdraw(Call call, WithdrawActivity command) {
        return withdrawals.withdraw(call, command, id -> byIds(call.caller(), List.of(id)).get(id));
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

    @Override
    public Map<String, Activity> byExternalIds(
            String brandId, String kind, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Activity.key(brandId, kind, id)).toList();
        return graph.read(BY_KEYS, Map.of("keys", keys), CypherActivities::activity).stream()
                .filter(activity -> activity.kind().equals(kind))
                .collect(
                        toMap(
                                activity -> Objects.requireNonNull(activity.externalId()),
                                activity -> activity));
    }

    @Override
    public List<Doer> doers(String brandId, List<String> kinds, String after, int limit) {
        return graph.read(
                DOERS,
                Map.of("brandId", brandId, "kinds", kinds, "after", after, "limit", limit),
                row -> row.as(Doer.class));
    }

    private static Activity activity(Record row) {
        return row.get("activity").as(Activity.class);
    }
}
