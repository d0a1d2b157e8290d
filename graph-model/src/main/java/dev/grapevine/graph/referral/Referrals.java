package dev.grapevine.graph.referral;

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

import static java.util.stream.Collectors.toMap;


import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who brought whom: all referrals, and the walks along them.
 *
 * <p>Referrals by Cypher.
 */
@Component
public class Referrals {

    /** The longest chain that {@link #chains} walks. */
    public static final int MAX_CHAIN_LENGTH = 100;

    /** The deepest tree that {@link #trees} walks. */
    public static final int MAX_TREE_DEPTH = 10;

    private static final CypherStatement BY_IDS =
            CypherStatement.of(Referrals.class, "referrals-by-ids");
    private static final CypherStatement THAT_BROUGHT =
            CypherStatement.of(Referrals.class, "referrals-by-referee");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Referrals.class, "referrals-of-customers");
    private static final CypherStatement CHAINS =
            CypherStatement.of(Referrals.class, "referral-chains");
    private static final CypherStatement TREES =
            CypherStatement.of(Referrals.class, "referral-trees");
    private static final CypherStatement STATS =
            CypherStatement.of(Referrals.class, "referral-stats");

    private final GraphClient graphClient;
    private final Idempotency idempotency;
    private final Customers customers;
    private final ReferralWriter referralWriter;
    private final Ids ids;
    private final Times times;

    Referrals(
            GraphClient graphClient,
            Idempotency idempotency,
            Customers customers,
            ReferralWriter referralWriter,
            Ids ids,
            Times times) {
        this.graphClient = graphClient;
        this.idempotency = idempotency;
        this.customers = customers;
        this.referralWriter = referralWriter;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Registers a referral, once per idempotency key, and records the activity {@code
     * referral.made} for the referrer. Registrations of one brand happen one after the other, so
     * that a race cannot close a cycle. Refusals: {@code INVALID_INPUT}, {@code
     * CUSTOMER_NOT_FOUND}, {@code SELF_REFERRAL}, {@code ALREADY_REFERRED}, {@code REFERRAL_CYCLE}.
     */
    public Result<Referral> register(Call call, RegisterReferral command) {
        var known =
                customers.byIds(call.caller(), List.of(command.referrerId(), command.refereeId()));
        var referrer = known.get(command.referrerId());
        var validation = check(command).and(call.check());
        if (referrer == null) {
            validation.and(new NotFound("Customer", command.referrerId(), "referrer"));
        }
        if (!known.containsKey(command.refereeId())) {
            validation.and(new NotFound("Customer", command.refereeId(), "referee"));
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
                                .write(referrer.brandId(), List.of(newReferral(id, command)))
                                .getFirst(),
                _ ->
                        Result.success(
                                Objects.requireNonNull(
                                        byReferee(List.of(command.refereeId()))
                                                .get(command.refereeId()))));
    }

    /**
     * Registers many referrals in one transaction, in their order, each with its own outcome, as
     * {@link #register}.
     */
    public List<Result<Referral>> registerAll(String brandId, List<RegisterReferral> commands) {
        return graphClient.inOneTransaction(
                () ->
                        Result.checked(
                                commands,
                                Referrals::check,
                                right ->
                                        referralWriter.write(
                                                brandId,
                                                right.stream()
                                                        .map(
                                                                command ->
                                                                        newReferral(
                                                                                ids.next("ref"),
                                                                                command))
                                                        .toList())));
    }

    private static Validation check(RegisterReferral command) {
        return new Validation()
                .text("code", command.code(), 0, 64)
                .time("referredAt", command.referredAt());
    }

    private NewReferral newReferral(String id, RegisterReferral command) {
        var at = command.referredAt() == null ? times.now() : Times.utc(command.referredAt());
        return new NewReferral(id, command.referrerId(), command.refereeId(), command.code(), at);
    }

    /** The referrals with these ids that the caller may see, by id. One round trip. */
    public Map<String, Referral> byIds(Caller caller, Collection<String> referralIds) {
        return graphClient.read(BY_IDS, ids(referralIds), row -> row.as(Referral.class)).stream()
                .filter(referral -> caller.sees(referral.referrer().brandId()))
                .collect(toMap(Referral::id, referral -> referral));
    }

    /**
     * The referral that brought each customer, by customer id; who was not brought is not there.
     * One round trip.
     */
    public Map<String, Referral> byReferee(Collection<String> customerIds) {
        return graphClient
                .read(THAT_BROUGHT, ids(customerIds), row -> row.as(Referral.class))
                .stream()
                .collect(toMap(referral -> referral.referee().id(), referral -> referral));
    }

    /** Who brought each customer, by customer id. One round trip. */
    public Map<String, Customer> referrers(Collection<String> customerIds) {
        return byReferee(customerIds).values().stream()
                .collect(toMap(referral -> referral.referee().id(), Referral::referrer));
    }

    /** The direct referrals of each customer, earliest first, by customer id. One round trip. */
    public Map<String, Page<Referral>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graphClient,
                OF_CUSTOMERS,
                customerIds,
                request,
                Cursor.LOWEST,
                row -> row.as(Referral.class));
    }

    /**
     * The way from each customer up to the root, nearest first, by customer id. One round trip.
     *
     * @param maxDepth 1 to {@value #MAX_CHAIN_LENGTH}
     */
    public Map<String, List<ReferralStep>> chains(Collection<String> customerIds, int maxDepth) {
        var request = new PageRequest(PageRequest.MAX_FIRST, null, Map.of("maxDepth", maxDepth));
        return Page.each(
                        graphClient,
                        CHAINS,
                        customerIds,
                        request,
                        Cursor.LOWEST,
                        row -> row.as(ReferralStep.class))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, chain -> chain.getValue().items()));
    }

    /**
     * Everyone whom each customer brought, directly or through others, breadth first, by customer
     * id. One round trip. The request's filter {@code maxDepth} is 1 to {@value #MAX_TREE_DEPTH}.
     */
    public Map<String, Page<ReferralStep>> trees(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graphClient,
                TREES,
                customerIds,
                request,
                Cursor.LOWEST,
                row -> row.as(ReferralStep.class));
    }

    private record Measured(String customerId, List<ReferralStats.DepthCount> byDepth) {}

    /** How many customers each customer brought, by customer id. One round trip. */
    public Map<String, ReferralStats> stats(Collection<String> customerIds) {
        return graphClient.read(STATS, ids(customerIds), row -> row.as(Measured.class)).stream()
                .collect(
                        toMap(
                                Measured::customerId,
                                measured -> ReferralStats.of(measured.byDepth())));
    }

    private static Map<String, ?> ids(Collection<String> customerIds) {
        return Map.of("ids", List.copyOf(customerIds));
    }
}
