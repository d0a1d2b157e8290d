package dev.grapevine.graph.reward.redemption;

import static java.util.stream.Collectors.toMap;

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
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.reward.Reward;
import dev.grapevine.graph.reward.RewardInventory;
import dev.grapevine.graph.reward.RewardRejection;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Redemptions of rewards: redeeming, cancellation and look-up. Both commands have one effect per
 * idempotency key, in one transaction; no rejection is final, so that its key can be used again.
 *
 * <p>Lock order: customer, reward, wallet.
 */
@Component
public class Redemptions {

    private static final CypherStatement RECORD =
            CypherStatement.of(Redemptions.class, "record-redemption");
    private static final CypherStatement CANCEL =
            CypherStatement.of(Redemptions.class, "cancel-redemption");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(Redemptions.class, "redemptions-by-ids");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Redemptions.class, "redemptions-of-customers");

    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Customers customers;
    private final RewardInventory inventory;
    private final EligibilityCheck eligibilityCheck;
    private final RedemptionPayment payment;
    private final Ids ids;
    private final Times times;

    Redemptions(
            GraphClient graph,
            Idempotency idempotency,
            Customers customers,
            RewardInventory inventory,
            EligibilityCheck eligibilityCheck,
            RedemptionPayment payment,
            Ids ids,
            Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.customers = customers;
        this.inventory = inventory;
        this.eligibilityCheck = eligibilityCheck;
        this.payment = payment;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Redeems a reward for a customer. Stock, coupons and limits hold under concurrent calls; a
     * reward with unlimited stock and without coupons is not locked, so that its redemptions run
     * concurrently. Rejections: {@code CUSTOMER_NOT_FOUND}, {@code REWARD_NOT_FOUND} (also for a
     * reward of another brand), {@link RewardNotValid}, {@link NotEligible}, {@code
     * REWARD_LIMIT_REACHED}, {@code OUT_OF_STOCK}, {@code OUT_OF_COUPONS}, {@code
     * INSUFFICIENT_POINTS}.
     */
    public Result<Redemption> redeem(Call call, RedeemReward command) {
        var id = ids.next("red");
        return idempotency.execute(
                call,
                command,
                id,
                () -> redeem(id, call.caller(), command),
                first -> Result.success(byId(first).orElseThrow()));
    }

    private Result<Redemption> redeem(String id, Caller caller, RedeemReward command) {
        var customerId = command.customer();
        var customer = customers.lock(caller, List.of(customerId)).get(customerId);
        if (customer == null) {
            return Result.rejected(new NotFound("Customer", customerId, "customer"));
        }
        var found = inventory.lockForRedemption(command.rewardId(), customer.brandId());
        if (found.isEmpty()) {
            return Result.rejected(new NotFound("Reward", command.rewardId(), "rewardId"));
        }
        var reward = found.get();
        var rejection = eligibilityCheck.check(reward, customerId, times.now());
        if (rejection.isPresent()) {
            return Result.rejected(rejection.get());
        }
        inventory.takeUnit(reward);
        return payment.pay(new Call(caller, id), reward, customerId)
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
                        Redemption.State.ACTIVE.name(),
                        reward.cost(),
                        reward.currency(),
                        reward.cancellationPolicy(),
                        null,
                        null,
                        entryId,
                        caller.id(),
                        times.now(),
                        null,
                        null,
                        null,
                        null);
        var couponNumber = reward.issuesCoupons() ? reward.couponsTaken() + 1 : null;
        var parameters = new HashMap<String, Object>();
        parameters.put("redemption", redemption);
        parameters.put("couponNumber", couponNumber);
        var recorded = graph.write(RECORD, parameters, Redemptions::redemption).getFirst();
        if (reward.issuesCoupons() && recorded.couponCode() == null) {
            throw new IllegalStateException(
                    "Reward " + reward.id() + " has no coupon " + couponNumber + ".");
        }
        return recorded;
    }

    /**
     * Cancels a redemption: the unit returns to the stock, the points by the cancellation policy of
     * the redemption, the coupon never. Rejections: {@code INVALID_INPUT}, {@code
     * REDEMPTION_NOT_FOUND}, {@code ALREADY_CANCELLED}, and those of {@code PointsLedger.reverse},
     * for example if the entry was reversed already.
     */
    public Result<Redemption> cancel(Call call, CancelRedemption command) {
        var validation = call.check().text("reason", command.reason(), 200);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        // The id of the redemption is known before the call: only a new id distinguishes the first
        // call from a replay.
        var attempt = ids.next("red");
        return idempotency.execute(
                call,
                command,
                attempt,
                () -> cancel(attempt, call.caller(), command),
                _ -> Result.success(byId(command.redemptionId()).orElseThrow()));
    }

    private Result<Redemption> cancel(String attempt, Caller caller, CancelRedemption command) {
        var visible = byId(command.redemptionId()).filter(found -> caller.sees(found.brandId()));
        if (visible.isEmpty()) {
            return Result.rejected(
                    new NotFound("Redemption", command.redemptionId(), "redemptionId"));
        }
        // The state has to be read under the lock.
        customers.lock(caller, List.of(visible.get().customerId()));
        var redemption = byId(command.redemptionId()).orElseThrow();
        if (redemption.isCancelled()) {
            return Result.rejected(RewardRejection.ALREADY_CANCELLED.with(command.redemptionId()));
        }
        inventory
                .lockForRedemption(redemption.rewardId(), redemption.brandId())
                .ifPresent(inventory::returnUnit);
        var refund = payment.refund(new Call(caller, attempt), redemption, command.reason());
        return switch (refund) {
            case Result.Success<Optional<String>>(var entryId, _) ->
                    Result.success(cancelled(redemption, caller, command, entryId.orElse(null)));
            case Result.Rejected<Optional<String>>(var rejections, var isFinal) ->
                    new Result.Rejected<>(rejections, isFinal);
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
        changes.put("cancellationReason", command.reason());
        changes.put("cancelledAt", times.now());
        return graph.write(
                        CANCEL,
                        Map.of("id", redemption.id(), "changes", changes),
                        Redemptions::redemption)
                .getFirst();
    }

    /** Returns the redemptions of each customer, latest first, by customer id. One round trip. */
    public Map<String, Page<Redemption>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph, OF_CUSTOMERS, customerIds, request, Cursor.HIGHEST, Redemptions::redemption);
    }

    /** Returns the redemptions with these ids that the caller may see, by id. One round trip. */
    public Map<String, Redemption> byIds(Caller caller, Collection<String> redemptionIds) {
        return graph
                .read(BY_IDS, Map.of("ids", List.copyOf(redemptionIds)), Redemptions::redemption)
                .stream()
                .filter(redemption -> caller.sees(redemption.brandId()))
                .collect(toMap(Redemption::id, redemption -> redemption));
    }

    private Optional<Redemption> byId(String id) {
        return Optional.ofNullable(byIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    private static Redemption redemption(Record row) {
        return Rows.map(row.get("redemption"), Redemption.class);
    }
}
