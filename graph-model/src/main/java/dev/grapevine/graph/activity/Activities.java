package dev.grapevine.graph.activity;

import static java.util.stream.Collectors.toMap;

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
import dev.grapevine.graph.kernel.database.Rows;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Activities of customers: recording, cancellation and look-up. */
@Component
public class Activities {

    /** Maximum number of activities of one call. */
    public static final int MAX_BATCH = 100;

    /** Kinds of activities that only Grapevine records. */
    public static final List<String> SYSTEM_KINDS =
            List.of(
                    "referral.made",
                    "contribution.submitted",
                    "contribution.viewed",
                    "contribution.voted");

    /** Format of a channel. */
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

    private final GraphClient graph;
    private final Brands brands;
    private final ActivityRecorder recorder;
    private final ActivityCancellation cancellation;
    private final ActivityWriter writer;

    Activities(
            GraphClient graph,
            Brands brands,
            ActivityRecorder recorder,
            ActivityCancellation cancellation,
            ActivityWriter writer) {
        this.graph = graph;
        this.brands = brands;
        this.recorder = recorder;
        this.cancellation = cancellation;
        this.writer = writer;
    }

    /**
     * Records at most {@value #MAX_BATCH} activities in one transaction and returns one result for
     * each, in their order. The result of an activity that was recorded before has {@code
     * isReplay}. Rejections of the call: {@code BRAND_NOT_FOUND}, {@code TOO_MANY_ACTIVITIES}; of
     * an activity: {@code INVALID_INPUT}, {@code RESERVED_KIND}, {@code KIND_NOT_FOUND} (see {@link
     * ActivityKinds}), {@code CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND}, {@code
     * ACTIVITY_EXTERNAL_ID_REUSED}.
     */
    public Result<List<Result<Activity>>> record(
            Caller caller, String brandKey, List<RecordActivity> commands) {
        var brand = brands.byKey(caller, brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        if (commands.size() > MAX_BATCH) {
            return Result.rejected(ActivityRejection.TOO_MANY_ACTIVITIES.with(commands.size()));
        }
        return Result.success(recordAll(brand.get().id(), commands));
    }

    /**
     * Returns the activity that {@link #record} would write, without writing it. Rejections as of
     * {@link #record}, except {@code ACTIVITY_EXTERNAL_ID_REUSED}, which is not checked.
     */
    public Result<Activity> preview(Caller caller, String brandKey, RecordActivity command) {
        return brands.byKey(caller, brandKey)
                .map(brand -> recorder.preview(brand.id(), command))
                .orElseGet(() -> Result.rejected(new NotFound("Brand", brandKey, "brand")));
    }

    /**
     * Records any number of activities of a brand, as {@link #record} does; used by the data
     * import.
     */
    public List<Result<Activity>> recordAll(String brandId, List<RecordActivity> commands) {
        return recorder.recordAll(brandId, commands);
    }

    /**
     * Records activities that Grapevine observed itself, inside the transaction of the observing
     * module. The customers must exist and be locked; causes must be new.
     */
    public void recordSystem(List<SystemActivity> activities) {
        writer.write(
                activities.stream().map(activity -> Result.success(writer.row(activity))).toList());
    }

    /**
     * Cancels an activity that did not happen, once per idempotency key. The activity stays in the
     * history with the reason and no longer counts; recording it again has no effect. Rejections:
     * {@code INVALID_INPUT}, {@code ACTIVITY_NOT_FOUND}, {@code ALREADY_CANCELLED}.
     */
    public Result<Activity> cancel(Call call, CancelActivity command) {
        return cancellation.cancel(call, command, ids -> byIds(call.caller(), ids));
    }

    /**
     * Cancels at most {@value #MAX_BATCH} activities, a few in each transaction, and returns one
     * result for each, in their order. An activity that was cancelled before for the same reason
     * and time has {@code isReplay}. Rejection of the call: {@code TOO_MANY_ACTIVITIES}; of an
     * activity: as of {@link #cancel}.
     */
    public Result<List<Result<Activity>>> cancelAll(Caller caller, List<CancelActivity> commands) {
        if (commands.size() > MAX_BATCH) {
            return Result.rejected(ActivityRejection.TOO_MANY_ACTIVITIES.with(commands.size()));
        }
        return Result.success(cancellation.cancelAll(commands, ids -> byIds(caller, ids)));
    }

    /**
     * Returns the activities of each customer, latest first, by customer id. One round trip. The
     * request's filter {@code kinds} is a list of kinds, or null for all kinds.
     */
    public Map<String, Page<Activity>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        var statement = request.filters().get("kinds") == null ? OF_CUSTOMERS : OF_KINDS;
        return Page.each(
                graph, statement, customerIds, request, Cursor.HIGHEST, Activities::activity);
    }

    /** Returns the activities with these ids that the caller may see, by id. One round trip. */
    public Map<String, Activity> byIds(Caller caller, Collection<String> ids) {
        return graph.read(BY_IDS, Map.of("ids", List.copyOf(ids)), Activities::activity).stream()
                .filter(activity -> caller.sees(activity.brandId()))
                .collect(toMap(Activity::id, activity -> activity));
    }

    /** Returns the activities of a kind with these external ids, by external id. One round trip. */
    public Map<String, Activity> byExternalIds(
            String brandId, String kind, Collection<String> externalIds) {
        var keys = externalIds.stream().map(id -> Activity.key(brandId, kind, id)).toList();
        return graph.read(BY_KEYS, Map.of("keys", keys), Activities::activity).stream()
                .filter(activity -> activity.kind().equals(kind))
                .collect(
                        toMap(
                                activity -> Objects.requireNonNull(activity.externalId()),
                                activity -> activity));
    }

    /**
     * Returns a part of the customers of a brand, in the order of their keys. One round trip.
     *
     * @param kinds activity kinds that {@link CustomerActivity#hasActivity} refers to
     * @param after key of the last customer before the part; empty for the beginning
     */
    public List<CustomerActivity> customersByActivity(
            String brandId, List<String> kinds, String after, int limit) {
        return graph.read(
                CUSTOMERS_BY_ACTIVITY,
                Map.of("brandId", brandId, "kinds", kinds, "after", after, "limit", limit),
                Rows.to(CustomerActivity.class));
    }

    private static Activity activity(Record row) {
        return Rows.map(row.get("activity"), Activity.class);
    }

    /**
     * Customer in a list by key.
     *
     * @param key unique key and position in the list
     * @param hasActivity true if the customer has an activity of the requested kinds
     */
    public record CustomerActivity(String key, String customerId, boolean hasActivity) {}
}
