package dev.grapevine.graph.reward;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.reward.redemption.RewardNotValid;
import dev.grapevine.graph.reward.redemption.RewardNotValid.Reason;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rewards of all brands: the catalogue, its stock and coupons. The terms of a reward are immutable;
 * stock and coupons can be added, and the reward can be retired. Every command has one effect per
 * idempotency key and is rejected with {@code INVALID_INPUT} if a value is out of bounds.
 */
@Component
public class Rewards {

    /** Maximum stock of a reward. */
    public static final long MAX_STOCK = 1_000_000_000;

    /** Maximum number of codes of one call. */
    public static final int MAX_BATCH = 1_000;

    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(Rewards.class, "counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(Rewards.class, "rewards-of-brands");

    private final RewardRepository repository;
    private final RewardWriter rewardWriter;
    private final RewardInventory inventory;
    private final CouponCodes coupons;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    Rewards(
            RewardRepository repository,
            RewardWriter rewardWriter,
            RewardInventory inventory,
            CouponCodes coupons,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.rewardWriter = rewardWriter;
        this.inventory = inventory;
        this.coupons = coupons;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Creates a reward. Rejections: {@code BRAND_NOT_FOUND}, {@code CURRENCY_NOT_FOUND}, {@code
     * BADGE_NOT_FOUND}, {@code REWARD_KEY_TAKEN}.
     */
    public Result<Reward> create(Call call, String brandKey, CreateReward command) {
        return rewardWriter.create(call, brandKey, command);
    }

    /**
     * Adds units to the stock of a reward. Rejections: {@code REWARD_NOT_FOUND}, {@code
     * STOCK_UNLIMITED}, {@link RewardNotValid} if the reward is retired.
     */
    public Result<Reward> restock(Call call, RestockReward command) {
        var validation = call.check().between("quantity", command.quantity(), 1, MAX_STOCK);
        return validation.isValid()
                ? change(call, command, command.rewardId(), reward -> restocked(reward, command))
                : validation.rejected();
    }

    private Result<Reward> restocked(Reward reward, RestockReward command) {
        if (reward.stock() == null || reward.supplied() == null) {
            return Result.rejected(RewardRejection.STOCK_UNLIMITED.with(reward.id()));
        }
        var stock = reward.stock() + command.quantity();
        var validation = new Validation().between("quantity", stock, 1, MAX_STOCK);
        var supplied = reward.supplied() + command.quantity();
        return validation.isValid()
                ? Result.success(
                        inventory.change(reward, Map.of("stock", stock, "supplied", supplied)))
                : validation.rejected();
    }

    /**
     * Retires a reward. Rejections: {@code REWARD_NOT_FOUND}, {@link RewardNotValid} if the reward
     * is retired already.
     */
    public Result<Reward> retire(Call call, RetireReward command) {
        return change(
                call,
                command,
                command.rewardId(),
                reward ->
                        Result.success(inventory.change(reward, Map.of("retiredAt", times.now()))));
    }

    /** Changes a reward. A replayed result has the current state of the reward. */
    private Result<Reward> change(
            Call call, Command command, String rewardId, Function<Reward, Result<Reward>> effect) {
        // The id of the reward is known before the call: only a new id distinguishes the first call
        // from a replay.
        return idempotency.execute(
                call,
                command,
                ids.next("rwd"),
                () -> withLocked(call.caller(), rewardId, effect),
                _ -> Result.success(repository.findById(rewardId).orElseThrow()));
    }

    private <T> Result<T> withLocked(
            Caller caller, String rewardId, Function<Reward, Result<T>> effect) {
        var reward = inventory.lockForChange(rewardId, caller.brandId());
        if (reward.isEmpty()) {
            return Result.rejected(new NotFound("Reward", rewardId, "rewardId"));
        }
        var retiredAt = reward.get().retiredAt();
        return retiredAt == null
                ? effect.apply(reward.get())
                : Result.rejected(new RewardNotValid(Reason.RETIRED, retiredAt));
    }

    /**
     * Adds coupon codes to a reward that issues coupons, in the order in which they will be issued;
     * codes that the reward already has are only counted. Rejections: {@code REWARD_NOT_FOUND},
     * {@code ISSUES_NO_COUPONS}, {@link RewardNotValid} if the reward is retired.
     */
    public Result<CouponBatch> addCoupons(Call call, AddCoupons command) {
        var validation = check(command).and(call.check());
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("cpb");
        return idempotency.execute(
                call,
                command,
                id,
                () ->
                        withLocked(
                                call.caller(),
                                command.rewardId(),
                                reward -> added(id, reward, command.codes())),
                first -> Result.success(coupons.batches(List.of(first)).getFirst()));
    }

    private static Validation check(AddCoupons command) {
        var codes = command.codes();
        var validation =
                new Validation()
                        .require(
                                !codes.isEmpty(),
                                "codes",
                                "codes is empty; at least 1 is required.")
                        .atMost("codes", codes, MAX_BATCH);
        codes.stream()
                .filter(code -> !AddCoupons.CODE.matches(code))
                .findFirst()
                .ifPresent(code -> validation.matches("codes", code, AddCoupons.CODE));
        return validation;
    }

    private Result<CouponBatch> added(String id, Reward reward, List<String> codes) {
        return reward.issuesCoupons()
                ? Result.success(coupons.add(id, reward, codes))
                : Result.rejected(RewardRejection.ISSUES_NO_COUPONS.with(reward.id()));
    }

    /** Returns the reward of a brand with this key if the caller may see it. One round trip. */
    public Optional<Reward> byKey(Caller caller, String brandKey, String key) {
        return brands.byKey(caller, brandKey)
                .map(brand -> Reward.brandKey(brand.id(), key))
                .flatMap(unique -> graph.callRepository(() -> repository.findByBrandKey(unique)));
    }

    /** Returns the rewards of each brand, earliest first, by brand id. One round trip. */
    public Map<String, Page<Reward>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                Rows.to(Reward.class, "reward"));
    }

    /** Returns the number of rewards of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    /** Returns the rewards with these ids that the caller may see, by id. One round trip. */
    public Map<String, Reward> byIds(Caller caller, Collection<String> rewardIds) {
        return graph.callRepository(() -> repository.findAllById(rewardIds)).stream()
                .filter(reward -> caller.sees(reward.brandId()))
                .collect(toMap(Reward::id, reward -> reward));
    }

    /** Returns the coupon batches with these ids that the caller may see, by id. One round trip. */
    public Map<String, CouponBatch> couponBatchesByIds(Caller caller, Collection<String> batchIds) {
        return coupons.batches(batchIds).stream()
                .filter(batch -> caller.sees(batch.brandId()))
                .collect(toMap(CouponBatch::id, batch -> batch));
    }
}
