package dev.grapevine.graph.activity;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import static java.util.stream.Collectors.toMap;


import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that customers do.
 *
 * <p>Activities by Cypher.
 */
@Component
public class Activities {

    /** How many activities one call may record. */
    public static final int MAX_BATCH = 100;

    /** Kinds that Grapevine records itself; nobody may report them. */
    public static final List<String> SYSTEM_KINDS =
            List.of(
                    "referral.made",
                    "contribution.submitted",
                    "contribution.viewed",
                    "contribution.voted");

    /** What a channel looks like. */
    public static final Format CHANNEL =
            Format.of("^[a-z0-9-]{1,40}$", "1 to 40 characters of a-z, 0-9 and hyphen");

    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Activities.class, "activities-of-customers");
    private static final CypherStatement OF_KINDS =
            CypherStatement.of(Activities.class, "activities-of-kinds");
    private static final CypherStatement CUSTOMERS_BY_ACTIVITY =
            CypherStatement.of(Activities.class, "customers-by-activity");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(Activities.class, "activities-by-ids");
    private static final CypherStatement BY_KEYS =
            CypherStatement.of(Activities.class, "activities-by-keys");

    private final GraphClient graphClient;
    private final Brands brands;
    private final ActivityRecorder activityRecorder;
    private final ActivityCancellation activityCancellation;
    private final ActivityWriter writer;

    Activities(
            GraphClient graphClient,
            Brands brands,
            ActivityRecorder activityRecorder,
            ActivityCancellation activityCancellation,
            ActivityWriter journal) {
        this.graphClient = graphClient;
        this.brands = brands;
        this.activityRecorder = activityRecorder;
        this.activityCancellation = activityCancellation;
        this.writer = journal;
    }

    /**
     * Records at most {@value #MAX_BATCH} activities in one transaction, each with its own outcome,
     * in their order. An activity that was recorded before is answered with {@code isReplay}.
     * Refusals of the whole: {@code BRAND_NOT_FOUND}, {@code TOO_MANY_ACTIVITIES}; of one: {@code
     * INVALID_INPUT}, {@code RESERVED_KIND}, {@code KIND_NOT_FOUND} (see {@link ActivityKinds}),
     * {@code CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND}, {@code ACTIVITY_ID_REUSED}.
     */
    public Result<List<Result<Activity>>> record(
            Caller caller, String brandKey, List<RecordActivity> commands) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        if (commands.size() > MAX_BATCH) {
            return Result.rejected(ActivityRejection.TOO_MANY_ACTIVITIES);
        }
        return Result.success(recordAll(brand.get().id(), commands));
    }

    /**
     * What would be recorded, without recording anything. Refusals as of {@link #record}, except
     * that it is not looked whether the id is taken.
     */
    public Result<Activity> preview(Caller caller, String brandKey, RecordActivity command) {
        return brands.byKey(caller, brandKey)
                .map(brand -> activityRecorder.preview(brand.id(), command))
                .orElseGet(() -> Result.rejected(new NotFound("Brand", brandKey, "brand")));
    }

    /** As {@link #record}, for an import: any number of activities, of a brand by its id. */
    public List<Result<Activity>> recordAll(String brandId, List<RecordActivity> commands) {
        return activityRecorder.recordAll(brandId, commands);
    }

    /**
     * Records what a room saw, inside its transaction. The customers exist and are locked; causes
     * are new.
     */
    public void recordSystem(List<SystemActivity> activities) {
        writer.write(activities.stream().map(own -> Result.success(writer.row(own))).toList());
    }

    /**
     * Says that something did not happen after all, once per idempotency key. It stays in the
     * history, with the reason, and is no longer counted; reporting it again has no effect.
     * Refusals: {@code INVALID_INPUT}, {@code ACTIVITY_NOT_FOUND}, {@code ALREADY_CANCELLED}.
     */
    public Result<Activity> cancel(Call call, CancelActivity command) {
        return activityCancellation.cancel(
                call, command, id -> byIds(call.caller(), List.of(id)).get(id));
    }

    /**
     * The activities of each customer, latest first, by customer id. One round trip. The request's
     * filter {@code kinds} is a list of kinds, or null for all.
     */
    public Map<String, Page<Activity>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        var statement = request.filters().get("kinds") == null ? OF_CUSTOMERS : OF_KINDS;
        return Page.each(
                graphClient, statement, customerIds, request, Cursor.HIGHEST, Activities::activity);
    }

    /** The activities with these ids that the caller may see, by id. One round trip. */
    public Map<String, Activity> byIds(Caller caller, Collection<String> ids) {
        return graphClient
                .read(BY_IDS, Map.of("ids", List.copyOf(ids)), Activities::activity)
                .stream()
                .filter(activity -> caller.sees(activity.brandId()))
                .collect(toMap(Activity::id, activity -> activity));
    }

    /**
     * The reported activities of a kind with these external ids, by external id. One round trip.
     */
    public Map<String, Activity> byExternalIds(
            String brandId, String kind, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Activity.key(brandId, kind, id)).toList();
        return graphClient.read(BY_KEYS, Map.of("keys", keys), Activities::activity).stream()
                .filter(activity -> activity.kind().equals(kind))
                .collect(
                        toMap(
                                activity -> Objects.requireNonNull(activity.externalId()),
                                activity -> activity));
    }

    /**
     * A part of the customers of a brand, in the order of their keys. One round trip.
     *
     * @param kinds kinds of activities that are asked about
     * @param after the key of the last one that is known; empty at the beginning
     */
    public List<CustomerActivity> customersByActivity(
            String brandId, List<String> kinds, String after, int limit) {
        return graphClient.read(
                CUSTOMERS_BY_ACTIVITY,
                Map.of("brandId", brandId, "kinds", kinds, "after", after, "limit", limit),
                row -> row.as(CustomerActivity.class));
    }

    private static Activity activity(Record row) {
        return row.get("activity").as(Activity.class);
    }

    /**
     * A customer.
     *
     * @param key the place in the list
     * @param hasActivity whether they have done something of the kinds
     */
    public record CustomerActivity(String key, String customerId, boolean hasActivity) {}
}
