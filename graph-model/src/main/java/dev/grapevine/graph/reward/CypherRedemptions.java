package dev.grapevine.graph.reward;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redemptions by Cypher. Locks the customer, then the reward, then, in the ledger, the wallet. */
@Component
class CypherRedemptions implements Redemptions {

    private static final CypherFile RECORD =
            CypherFile.of(CypherRedemptions.class, "record-redemption");
    private static final CypherFile CANCEL =
            CypherFile.of(CypherRedemptions.class, "cancel-redemption");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherRedemptions.class, "redemptions-by-ids");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherRedemptions.class, "redemptions-of-customers");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final Shelf shelf;
    private final Terms terms;
    private final Till till;
    private final Ids ids;
    private final Times times;

    CypherRedemptions(
            Graph graph,
            Idempotency idempotency,
            Customers customers,
            Shelf shelf,
            Terms terms,
            Till till,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.shelf = shelf;
        this.terms = terms;
        this.till = till;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Redemption> redeem(Call call, RedeemReward command) {
        var id = ids.next("red");
        return idempotency.once(
                call,
                command,
                id,
                () -> redeem(id, call.caller(), command),
                first -> Outcome.done(byId(first).orElseThrow()));
    }

    private Outcome<Redemption> redeem(String id, Caller caller, RedeemReward command) {
        var customerId = command.customerId();
        var customer = customers.lock(caller, List.of(customerId)).get(customerId);
        if (customer == null) {
            return Outcome.refused(new Unknown("Customer", customerId, "customer"));
        }
        var found = shelf.toTakeFrom(command.rewardId(), customer.brandId());
        if (found.isEmpty()) {
            return Outcome.refused(new Unknown("Reward", command.rewardId(), "rewardId"));
        }
        var reward = found.get();
        var obstacle = terms.obstacle(reward, customerId, times.now());
        if (obstacle.isPresent()) {
            return Outcome.refused(obstacle.get());
        }
        shelf.takeOne(reward);
        return till.pay(new Call(caller, id), reward, customerId)
                .map(entryId -> record(id, caller, reward, customerId, entryId));
    }

    private Redemption record(
            String id, Caller caller, Reward reward, String customerId, String entryId) {
        var redemption =
                new Redemption(
                        id,
                        reward.brandId(),
                        customerId,
                        reward.id(),
                        Redemption.State.REDEEMED.name(),
                        reward.cost(),
                        reward.currency(),
                        reward.cancellation(),
                        null,
                        null,
                        entryId,
                        caller.id(),
                        times.now(),
                        null,
                        null,
                        null,
                        null);
        var parameters = new HashMap<String, Object>();
        parameters.put("redemption", redemption);
        parameters.put("couponNumber", reward.handsOutCoupons() ? reward.couponsTaken() + 1 : null);
        var recorded = graph.write(RECORD, parameters, CypherRedemptions::redemption).getFirst();
        if (reward.handsOutCoupons() && recorded.couponCode() == null) {
            throw new IllegalStateException("A coupon is missing of reward " + reward.id());
        }
        return recorded;
    }

    @Override
    public Outcome<Redemption> cancel(Call call, CancelRedemption command) {
        var inputs = call.check().text("reason", command.reason(), 1, 200);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        // The redemption was there before: a name of its own tells the first call from its
        // repetition.
        var attempt = ids.next("red");
        return idempotency.once(
                call,
                command,
                attempt,
                () -> cancel(attempt, call.caller(), command),
                _ -> Outcome.done(byId(command.redemptionId()).orElseThrow()));
    }

    private Outcome<Redemption> cancel(String attempt, Caller caller, CancelRedemption command) {
        var seen = byId(command.redemptionId()).filter(found -> caller.sees(found.brandId()));
        if (seen.isEmpty()) {
            return Outcome.refused(
                    new Unknown("Redemption", command.redemptionId(), "redemptionId"));
        }
        // Whether it stands, only the lock can tell.
        customers.lock(caller, List.of(seen.get().customerId()));
        var redemption = byId(command.redemptionId()).orElseThrow();
        if (redemption.isCancelled()) {
            return Outcome.refused(RewardRefusal.ALREADY_CANCELLED);
        }
        shelf.toTakeFrom(redemption.rewardId(), redemption.brandId()).ifPresent(shelf::putBack);
        var refund = till.refund(new Call(caller, attempt), redemption, command.reason());
        return switch (refund) {
            case Outcome.Done<Optional<String>>(var entryId, _) ->
                    Outcome.done(cancelled(redemption, caller, command, entryId.orElse(null)));
            case Outcome.Refused<Optional<String>>(var refusals, var isKept) ->
                    new Outcome.Refused<>(refusals, isKept);
        };
    }

    private Redemption cancelled(
            Redemption redemption,
            Caller caller,
            CancelRedemption command,
            @Nullable String refundEntryId) {
        var changes = new HashMap<String, Object>();
        changes.put("state", Redemption.State.CANCELLED.name());
        changes.put("refundEntryId", refundEntryId);
        changes.put("cancelledBy", caller.id());
        changes.put("cancelReason", command.reason());
        changes.put("cancelledAt", times.now());
        return graph.write(
                        CANCEL,
                        Map.of("id", redemption.id(), "changes", changes),
                        CypherRedemptions::redemption)
                .getFirst();
    }

    @Override
    public Map<String, Page<Redemption>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                request,
                Cursor.HIGHEST,
                CypherRedemptions::redemption);
    }

    @Override
    public Map<String, Redemption> byIds(Caller caller, Collection<String> wanted) {
        return graph
                .read(BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherRedemptions::redemption)
                .stream()
                .filter(redemption -> caller.sees(redemption.brandId()))
                .collect(toMap(Redemption::id, redemption -> redemption));
    }

    private Optional<Redemption> byId(String id) {
        return Optional.ofNullable(byIds(Caller.GRAPEVINE, List.of(id)).get(id));
    }

    private static Redemption redemption(Record row) {
        return row.get("redemption").as(Redemption.class);
    }
}
