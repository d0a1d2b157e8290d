package dev.grapevine.graph.reward;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Command;
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
import dev.grapevine.graph.reward.RewardNotValid.Reason;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rewards from the repository; what changes of them by Cypher, under their lock. */
@Component
class GraphRewards implements Rewards {

    private static final CypherFile COUNTS_OF_BRANDS =
            CypherFile.of(GraphRewards.class, "counts-of-brands");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(GraphRewards.class, "rewards-of-brands");

    private final RewardRepository repository;
    private final NewRewards newRewards;
    private final Shelf shelf;
    private final CouponCodes coupons;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;

    GraphRewards(
            RewardRepository repository,
            NewRewards newRewards,
            Shelf shelf,
            CouponCodes coupons,
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.newRewards = newRewards;
        this.shelf = shelf;
        this.coupons = coupons;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Reward> define(Call call, String brandKey, DefineReward command) {
        return newRewards.define(call, brandKey, command);
    }

    @Override
    public Outcome<Reward> restock(Call call, RestockReward command) {
        var inputs = call.check().between("amount", command.amount(), 1, LARGEST_STOCK);
        return inputs.areRight()
                ? change(call, command, command.rewardId(), reward -> restocked(reward, command))
                : inputs.refused();
    }

    private Outcome<Reward> restocked(Reward reward, RestockReward command) {
        if (reward.stock() == null || reward.supplied() == null) {
            return Outcome.refused(RewardRefusal.STOCK_UNLIMITED);
        }
        var stock = reward.stock() + command.amount();
        var inputs = new Inputs().between("amount", stock, 1, LARGEST_STOCK);
        var supplied = reward.supplied() + command.amount();
        return inputs.areRight()
                ? Outcome.done(shelf.change(reward, Map.of("stock", stock, "supplied", supplied)))
                : inputs.refused();
    }

    @Override
    public Outcome<Reward> retire(Call call, RetireReward command) {
        return change(
                call,
                command,
                command.rewardId(),
                reward -> Outcome.done(shelf.change(reward, Map.of("retiredAt", times.now()))));
    }

    /** Changes a reward and answers it. A replay answers it as it is by then. */
    private Outcome<Reward> change(
            Call call, Command command, String rewardId, Function<Reward, Outcome<Reward>> effect) {
        // The reward was there before: a name of its own tells the first call from its repetition.
        return idempotency.once(
                call,
                command,
                ids.next("rwd"),
                () -> ofLocked(call.caller(), rewardId, effect),
                _ -> Outcome.done(repository.findById(rewardId).orElseThrow()));
    }

    private <T> Outcome<T> ofLocked(
            Caller caller, String rewardId, Function<Reward, Outcome<T>> effect) {
        var reward = shelf.toChange(rewardId, caller.brandId());
        if (reward.isEmpty()) {
            return Outcome.refused(new Unknown("Reward", rewardId, "rewardId"));
        }
        var retiredAt = reward.get().retiredAt();
        return retiredAt == null
                ? effect.apply(reward.get())
                : Outcome.refused(new RewardNotValid(Reason.RETIRED, retiredAt));
    }

    @Override
    public Outcome<CouponBatch> addCoupons(Call call, AddCoupons command) {
        var inputs = check(command).and(call.check());
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("cpb");
        return idempotency.once(
                call,
                command,
                id,
                () ->
                        ofLocked(
                                call.caller(),
                                command.rewardId(),
                                reward -> added(id, reward, command.codes())),
                first -> Outcome.done(coupons.batches(List.of(first)).getFirst()));
    }

    private static Inputs check(AddCoupons command) {
        var codes = command.codes();
        var inputs =
                new Inputs()
                        .require(!codes.isEmpty(), "codes", "At least one code is needed.")
                        .atMost("codes", codes, LARGEST_BATCH);
        codes.stream()
                .filter(code -> !AddCoupons.CODE.matches(code))
                .findFirst()
                .ifPresent(code -> inputs.matches("codes", code, AddCoupons.CODE));
        return inputs;
    }

    private Outcome<CouponBatch> added(String id, Reward reward, List<String> codes) {
        return reward.handsOutCoupons()
                ? Outcome.done(coupons.add(id, reward, codes))
                : Outcome.refused(RewardRefusal.HANDS_OUT_NO_COUPONS);
    }

    @Override
    public Optional<Reward> byKey(Caller caller, String brandKey, String key) {
        return brands.byKey(caller, brandKey)
                .map(brand -> Reward.brandKey(brand.id(), key))
                .flatMap(unique -> graph.ask(() -> repository.findByBrandKey(unique)));
    }

    @Override
    public Map<String, Page<Reward>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                row -> row.get("reward").as(Reward.class));
    }

    @Override
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    @Override
    public Map<String, Reward> byIds(Caller caller, Collection<String> wanted) {
        return graph.ask(() -> repository.findAllById(wanted)).stream()
                .filter(reward -> caller.sees(reward.brandId()))
                .collect(toMap(Reward::id, reward -> reward));
    }

    @Override
    public Map<String, CouponBatch> couponBatchesByIds(Caller caller, Collection<String> wanted) {
        return coupons.batches(wanted).stream()
                .filter(batch -> caller.sees(batch.brandId()))
                .collect(toMap(CouponBatch::id, batch -> batch));
    }
}
