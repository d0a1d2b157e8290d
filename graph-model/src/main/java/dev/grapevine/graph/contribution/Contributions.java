package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What customers gave their brands, and how the brands answered. */
public interface Contributions {

    /**
     * Submits a contribution, once per idempotency key, and records the activity {@code
     * contribution.submitted}. Refusals: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND}, {@code
     * CUSTOMER_NOT_FOUND}, {@code CONTRIBUTION_NOT_FOUND} (what it replies to), {@code
     * ALREADY_SUBMITTED}.
     */
    Outcome<Contribution> submit(Call call, String brandKey, SubmitContribution command);

    /**
     * Submits many in one transaction, each with its own outcome, in their order, as {@link
     * #submit}.
     */
    List<Outcome<Contribution>> submitAll(String brandId, List<SubmitContribution> commands);

    /**
     * Links contributions to what they answer, in one transaction, each with its own outcome, in
     * their order; a link that is there already is answered with {@code isReplay}. Refusals: {@code
     * CONTRIBUTION_NOT_FOUND}.
     */
    List<Outcome<LinkReply>> linkReplies(String brandId, List<LinkReply> commands);

    /**
     * Counts a customer's one vote on a contribution, once per idempotency key, and records the
     * activity {@code contribution.voted}. Refusals: {@code CUSTOMER_NOT_FOUND}, {@code
     * CONTRIBUTION_NOT_FOUND}, {@code OWN_CONTRIBUTION}, {@code ALREADY_VOTED}.
     */
    Outcome<Contribution> vote(Call call, VoteForContribution command);

    /**
     * Gives the brand's answer, once per idempotency key. Refusals: {@code INVALID_INPUT}, {@code
     * CONTRIBUTION_NOT_FOUND}, {@code TOO_MANY_STATUS_CHANGES}.
     */
    Outcome<StatusStamp> stamp(Call call, StampContribution command);

    /**
     * The contribution with this external id, if there is one that the caller may see. One round
     * trip.
     */
    Optional<Contribution> byExternalId(Caller caller, String brandKey, String externalId);

    /** The contributions with these external ids, by external id. One round trip. */
    Map<String, Contribution> byExternalIds(String brandId, Collection<String> externalIds);

    /** The contributions with these ids that the caller may see, by id. One round trip. */
    Map<String, Contribution> byIds(Caller caller, Collection<String> ids);

    /** The contributions of each customer, latest first, by customer id. One round trip. */
    Map<String, Page<Contribution>> ofCustomers(
            Collection<String> customerIds, PageRequest request);

    /** What answers each contribution, earliest first, by the contribution's id. One round trip. */
    Map<String, Page<Contribution>> replies(
            Collection<String> contributionIds, PageRequest request);

    /** What each contribution answers, by its id. One round trip. */
    Map<String, Contribution> repliedTo(Collection<String> contributionIds);

    /** The stamps of each contribution, earliest first, at most 100, by its id. One round trip. */
    Map<String, List<StatusStamp>> stamps(Collection<String> contributionIds);

    /** The status changes with these ids that the caller may see, by id. One round trip. */
    Map<String, StatusStamp> stampsByIds(Caller caller, Collection<String> ids);
}
