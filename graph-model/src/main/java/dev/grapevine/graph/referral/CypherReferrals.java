package dev.grapevine.graph.referral;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Referrals by Cypher. */
@Component
class CypherReferrals implements Referrals {

    private static final CypherFile BY_IDS =
            CypherFile.of(CypherReferrals.class, "referrals-by-ids");
    private static final CypherFile THAT_BROUGHT =
            CypherFile.of(CypherReferrals.class, "referrals-that-brought");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherReferrals.class, "referrals-of-customers");
    private static final CypherFile CHAINS =
            CypherFile.of(CypherReferrals.class, "referral-chains");
    private static final CypherFile TREES = CypherFile.of(CypherReferrals.class, "referral-trees");
    private static final CypherFile STATS = CypherFile.of(CypherReferrals.class, "referral-stats");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final Forest forest;
    private final Ids ids;
    private final Times times;

    CypherReferrals(
            Graph graph,
            Idempotency idempotency,
            Customers customers,
            Forest forest,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.forest = forest;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Referral> register(Call call, RegisterReferral command) {
        var known =
                customers.byIds(call.caller(), List.of(command.referrerId(), command.refereeId()));
        var referrer = known.get(command.referrerId());
        var inputs = check(command).and(call.check());
        if (referrer == null) {
            inputs.and(new Unknown("Customer", command.referrerId(), "referrer"));
        }
        if (!known.containsKey(command.refereeId())) {
            inputs.and(new Unknown("Customer", command.refereeId(), "referee"));
        }
        if (referrer == null || !inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("ref");
        return idempotency.once(
                call,
                command,
                id,
                () -> forest.plant(referrer.brandId(), List.of(planting(id, command))).getFirst(),
                _ ->
                        Outcome.done(
                                Objects.requireNonNull(
                                        thatBrought(List.of(command.refereeId()))
                                                .get(command.refereeId()))));
    }

    @Override
    public List<Outcome<Referral>> registerAll(String brandId, List<RegisterReferral> commands) {
        return graph.inOneTransaction(
                () ->
                        Outcome.checked(
                                commands,
                                CypherReferrals::check,
                                right ->
                                        forest.plant(
                                                brandId,
                                                right.stream()
                                                        .map(
                                                                command ->
                                                                        planting(
                                                                                ids.next("ref"),
                                                                                command))
                                                        .toList())));
    }

    private static Inputs check(RegisterReferral command) {
        return new Inputs()
                .text("code", command.code(), 0, 64)
                .time("referredAt", command.referredAt());
    }

    private Planting planting(String id, RegisterReferral command) {
        var at = command.referredAt() == null ? times.now() : Times.utc(command.referredAt());
        return new Planting(id, command.referrerId(), command.refereeId(), command.code(), at);
    }

    @Override
    public Map<String, Referral> byIds(Caller caller, Collection<String> referralIds) {
        return graph.read(BY_IDS, ids(referralIds), row -> row.as(Referral.class)).stream()
                .filter(referral -> caller.sees(referral.referrer().brandId()))
                .collect(toMap(Referral::id, referral -> referral));
    }

    @Override
    public Map<String, Referral> thatBrought(Collection<String> customerIds) {
        return graph.read(THAT_BROUGHT, ids(customerIds), row -> row.as(Referral.class)).stream()
                .collect(toMap(referral -> referral.referee().id(), referral -> referral));
    }

    @Override
    public Map<String, Customer> referrers(Collection<String> customerIds) {
        return thatBrought(customerIds).values().stream()
                .collect(toMap(referral -> referral.referee().id(), Referral::referrer));
    }

    @Override
    public Map<String, Page<Referral>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                request,
                Cursor.LOWEST,
                row -> row.as(Referral.class));
    }

    @Override
    public Map<String, List<ReferralStep>> chains(Collection<String> customerIds, int maxDepth) {
        var request = new PageRequest(PageRequest.MOST, null, Map.of("maxDepth", maxDepth));
        return Page.each(
                        graph,
                        CHAINS,
                        customerIds,
                        request,
                        Cursor.LOWEST,
                        row -> row.as(ReferralStep.class))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, chain -> chain.getValue().items()));
    }

    @Override
    public Map<String, Page<ReferralStep>> trees(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph,
                TREES,
                customerIds,
                request,
                Cursor.LOWEST,
                row -> row.as(ReferralStep.class));
    }

    private record Measured(String customerId, List<ReferralStats.DepthCount> byDepth) {}

    @Override
    public Map<String, ReferralStats> stats(Collection<String> customerIds) {
        return graph.read(STATS, ids(customerIds), row -> row.as(Measured.class)).stream()
                .collect(
                        toMap(
                                Measured::customerId,
                                measured -> ReferralStats.of(measured.byDepth())));
    }

    private static Map<String, ?> ids(Collection<String> customerIds) {
        return Map.of("ids", List.copyOf(customerIds));
    }
}
