package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that customers do. */
public interface Activities {

    /** How many activities one call may record. */
    int MOST = 100;

    /** Kinds that Grapevine records itself; nobody may report them. */
    List<String> OWN_KINDS =
            List.of(
                    "referral.made",
                    "contribution.submitted",
                    "contribution.viewed",
                    "contribution.voted");

    /** What a channel looks like. */
    Format CHANNEL =
            Format.of("^[a-z0-9-]{1,40}$", "1 to 40 characters of a-z, 0-9 and hyphen");

    /**
     * Records at most {@value #MOST} activities in one transaction, each with its own outcome, in
     * their order. An activity that was recorded before is answered with {@code isReplay}. Refusals
     * of the whole: {@code BRAND_NOT_FOUND}, {@code TOO_MANY_ACTIVITIES}; of one: {@code
     * INVALID_INPUT}, {@code RESERVED_KIND}, {@code KIND_NOT_FOUND} (see {@link ActivityKinds}),
     * {@code CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND}, {@code ACTIVITY_ID_REUSED}.
     */
    Outcome<List<Outcome<Activity>>> record(
            Caller caller, String brandKey, List<RecordActivity> commands);

    /**
     * What would be recorded, without recording anything. Refusals as of {@link #record}, except
     * that it is not looked whether the id is taken.
     */
    Outcome<Activity> preview(Caller caller, String brandKey, RecordActivity command);

    /** As {@link #record}, for an import: any number of activities, of a brand by its id. */
    List<Outcome<Activity>> recordAll(String brandId, List<RecordActivity> commands);

    /**
     * Records what a room saw, inside its transaction. The customers exist and are locked; causes
     * are new.
     */
    void recordOwn(List<OwnActivity> activities);

    /**
     * Says that something did not happen after all, once per idempotency key. It stays in the
     * history, with the reason, and is no longer counted; reporting it again has no effect.
     * Refusals: {@code INVALID_INPUT}, {@code ACTIVITY_NOT_FOUND}, {@code ALREADY_CANCELLED}.
     */
    Outcome<Activity> withdraw(Call call, WithdrawActivity command);

    /**
     * The activities of each customer, latest first, by customer id. One round trip. The request's
     * filter {@code kinds} is a list of kinds, or null for all.
     */
    Map<String, Page<Activity>> ofCustomers(Collection<String> customerIds, PageRequest request);

    /**
     * A part of the customers of a brand, in the order of their keys. One round trip.
     *
     * @param kinds kinds of activities that are asked about
     * @param after the key of the last one that is known; empty at the beginning
     */
    List<Doer> doers(String brandId, List<String> kinds, String after, int limit);

    /**
     * A customer.
     *
     * @param key the place in the list
     * @param hasDone whether they have done something of the kinds
     */
    record Doer(String key, String customerId, boolean hasDone) {}

    /** The reported activities of a kind with these external ids, by external id. One round trip. */
    Map<String, Activity> byExternalIds(
            String brandId, String kind, Collection<String> externalIds);

    /** The activities with these ids that the caller may see, by id. One round trip. */
    Map<String, Activity> byIds(Caller caller, Collection<String> ids);
}
