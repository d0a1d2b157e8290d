package dev.grapevine.graph.referral;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Referrals between customers: registration, look-up, and traversal of chains and trees. */
@Component
public class Referrals {

    /** Maximum length of a chain returned by {@link #chains}. */
    public static final int MAX_CHAIN_LENGTH = 100;

    /** Maximum depth of a tree returned by {@link #trees}. */
    public static final int MAX_TREE_DEPTH = 10;

    private static final CypherStatement BY_IDS =
            CypherStatement.of(Referrals.class, "referrals-by-ids");
    private static final CypherStatement BY_REFEREE =
            CypherStatement.of(Referrals.class, "referrals-by-referee");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Referrals.class, "referrals-of-customers");
    private static final CypherStatement CHAINS =
            CypherStatement.of(Referrals.class, "referral-chains");
    private static final CypherStatement TREES =
            CypherStatement.of(Referrals.class, "referral-trees");
    private static final CypherStatement STATS =
            CypherStatement.of(Referrals.class, "referral-stats");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final ReferralWriter referralWriter;
    private final Ids ids;
    private final Times times;

    Referrals(
            GraphClient graph,
            Idempotency idempotency,
            Customers customers,
            ReferralWriter referralWriter,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.referralWriter = referralWriter;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Registers a referral, once per idempotency key, and records the activity {@code
     * referral.made} for the referrer. Registrations of a brand are serialized, so that concurrent
     * ones cannot create a cycle. Rejections: {@code INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND},
     * {@code SELF_REFERRAL}, {@code ALREADY_REFERRED}, {@code REFERRAL_CYCLE}.
     */
    public Result<Referral> register(Call call, RegisterReferral command) {
        var known = customers.byIds(call.caller(), List.of(command.referrer(), command.referee()));
        var referrer = known.get(command.referrer());
        var validation = check(command).and(call.check());
        if (referrer == null) {
            validation.and(new NotFound("Customer", command.referrer(), "referrer"));
        }
        if (!known.containsKey(command.referee())) {
            validation.and(new NotFound("Customer", command.referee(), "referee"));
        }
        if (referrer == null || !validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("ref");
        return idempotency.execute(
                call,
                command,
                id,
                () ->
                        referralWriter
                                .write(
                                        referrer.brandId(),
                                        List.of(newReferral(id, command, times.now())))
                                .getFirst(),
                _ ->
                        Result.success(
                                Objects.requireNonNull(
                                        byReferee(List.of(command.referee()))
                                                .get(command.referee()))));
    }

    /**
     * Registers referrals in one transaction, in their order, as {@link #register} does, and
     * returns one result for each. A referral without a time has none: it is part of chains and
     * trees, but no activity of the referrer.
     */
    public List<Result<Referral>> registerAll(String brandId, List<RegisterReferral> commands) {
        return graph.inOneTransaction(
                () ->
                        Result.checked(
                                commands,
                                this::check,
                                valid ->
                                        referralWriter.write(
                                                brandId,
                                                valid.stream()
                                                        .map(
                                                                command ->
                                                                        newReferral(
                                                                                ids.next("ref"),
                                                                                command,
                                                                                null))
                                                        .toList())));
    }

    private Validation check(RegisterReferral command) {
        return new Validation()
                .name("code", command.code(), 64)
                .past("referredAt", command.referredAt(), times);
    }

    /**
     * @param byDefault time of a referral whose command has none
     */
    private static NewReferral newReferral(
            String id, RegisterReferral command, @Nullable OffsetDateTime byDefault) {
        var at = command.referredAt() == null ? byDefault : Times.utc(command.referredAt());
        return new NewReferral(id, command.referrer(), command.referee(), command.code(), at);
    }

    /** Returns the referrals with these ids that the caller may see, by id. One round trip. */
    public Map<String, Referral> byIds(Caller caller, Collection<String> referralIds) {
        return graph.read(BY_IDS, ids(referralIds), Rows.to(Referral.class)).stream()
                .filter(referral -> caller.sees(referral.referrer().brandId()))
                .collect(toMap(Referral::id, referral -> referral));
    }

    /**
     * Returns the referral by which each customer was referred, by customer id, without customers
     * that have none. One round trip.
     */
    public Map<String, Referral> byReferee(Collection<String> customerIds) {
        return graph.read(BY_REFEREE, ids(customerIds), Rows.to(Referral.class)).stream()
                .collect(toMap(referral -> referral.referee().id(), referral -> referral));
    }

    /** Returns the referrer of each customer, by customer id. One round trip. */
    public Map<String, Customer> referrers(Collection<String> customerIds) {
        return byReferee(customerIds).values().stream()
                .collect(toMap(referral -> referral.referee().id(), Referral::referrer));
    }

    /** Returns the referees of each customer, earliest first, by customer id. One round trip. */
    public Map<String, Page<Referee>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph, OF_CUSTOMERS, customerIds, request, Cursor.LOWEST, Rows.to(Referee.class));
    }

    /**
     * Returns the chain of referrers of each customer up to the root, nearest first, by customer
     * id. One round trip.
     *
     * @param maxDepth 1 to {@value #MAX_CHAIN_LENGTH}
     */
    public Map<String, List<ReferralStep>> chains(Collection<String> customerIds, int maxDepth) {
        var request = new PageRequest(PageRequest.MAX_FIRST, null, Map.of("maxDepth", maxDepth));
        return Page.each(
                        graph,
                        CHAINS,
                        customerIds,
                        request,
                        Cursor.LOWEST,
                        Rows.to(ReferralStep.class))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, chain -> chain.getValue().items()));
    }

    /**
     * Returns the direct and indirect referees of each customer, breadth first and earliest first
     * at each depth, by customer id. One round trip. The request's filter {@code maxDepth} is 1 to
     * {@value #MAX_TREE_DEPTH}.
     */
    public Map<String, Page<ReferralStep>> trees(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph, TREES, customerIds, request, Cursor.LOWEST, Rows.to(ReferralStep.class));
    }

    private record Measured(String customerId, List<ReferralStats.DepthCount> byDepth) {}

    /** Returns the referral statistics of each customer, by customer id. One round trip. */
    public Map<String, ReferralStats> stats(Collection<String> customerIds) {
        return graph.read(STATS, ids(customerIds), Rows.to(Measured.class)).stream()
                .collect(
                        toMap(
                                Measured::customerId,
                                measured -> ReferralStats.of(measured.byDepth())));
    }

    private static Map<String, ?> ids(Collection<String> customerIds) {
        return Map.of("ids", List.copyOf(customerIds));
    }
}
