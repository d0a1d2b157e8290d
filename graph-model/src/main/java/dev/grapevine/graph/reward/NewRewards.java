package dev.grapevine.graph.reward;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;
import dev.grapevine.graph.points.Currencies;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.points.PointsLedger;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;

/** Defines rewards. */
@Component
class NewRewards {

    private static final long LARGEST_LIMIT = 1_000_000;

    private final RewardRepository repository;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Currencies currencies;
    private final Badges badges;
    private final Ids ids;
    private final Times times;

    NewRewards(
            RewardRepository repository,
            Idempotency idempotency,
            Brands brands,
            Currencies currencies,
            Badges badges,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.idempotency = idempotency;
        this.brands = brands;
        this.currencies = currencies;
        this.badges = badges;
        this.ids = ids;
        this.times = times;
    }

    Outcome<Reward> define(Call call, String brandKey, DefineReward command) {
        var inputs = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("rwd");
        var brandId = brand.get().id();
        return idempotency.onceUnlessTaken(
                RewardRefusal.REWARD_KEY_TAKEN,
                call,
                new InBrand(brandKey, command),
                id,
                () -> define(id, brandId, command),
                first -> Outcome.done(repository.findById(first).orElseThrow()));
    }

    private static Inputs check(DefineReward command) {
        var from = command.validFrom();
        var until = command.validUntil();
        var inputs =
                new Inputs()
                        .matches("key", command.key(), Format.KEY)
                        .text("name", command.name(), 1, 100)
                        .text("description", command.description(), 0, 500)
                        .between("cost", command.cost(), 1, PointsLedger.LARGEST_AMOUNT)
                        .time("from", from)
                        .time("until", until)
                        .require(
                                from == null || until == null || from.isBefore(until),
                                "until",
                                "It is valid until a time that is not after the one from which on"
                                        + " it is valid.");
        between(inputs, "stock", command.stock(), 0, Rewards.LARGEST_STOCK);
        between(inputs, "limitPerCustomer", command.limitPerCustomer(), 1, LARGEST_LIMIT);
        between(inputs, "minimumBalance", command.minimumBalance(), 1, PointsLedger.LARGEST_AMOUNT);
        return inputs;
    }

    private static void between(
            Inputs inputs, String field, @Nullable Long value, long least, long most) {
        if (value != null) {
            inputs.between(field, value, least, most);
        }
    }

    private Outcome<Reward> define(String id, String brandId, DefineReward command) {
        if (!isCurrency(brandId, command.currency())) {
            return Outcome.refused(new Unknown("Currency", command.currency(), "currency"));
        }
        var badge = command.badge() == null ? null : badge(brandId, command.badge());
        if (command.badge() != null && badge == null) {
            return Outcome.refused(new Unknown("Badge", command.badge(), "badge"));
        }
        if (repository.findByBrandKey(Reward.brandKey(brandId, command.key())).isPresent()) {
            return Outcome.refused(RewardRefusal.REWARD_KEY_TAKEN);
        }
        return Outcome.done(
                repository.save(reward(id, brandId, command, badge == null ? null : badge.id())));
    }

    /** Every brand has the standard currency, whether it was defined or not. */
    private boolean isCurrency(String brandId, String code) {
        return code.equals(Currency.STANDARD) || currencies.byCode(brandId, code).isPresent();
    }

    private @Nullable Badge badge(String brandId, String key) {
        return badges.byKey(brandId, key).orElse(null);
    }

    private Reward reward(
            String id, String brandId, DefineReward command, @Nullable String badgeId) {
        return new Reward(
                id,
                brandId,
                Reward.brandKey(brandId, command.key()),
                command.key(),
                command.name(),
                command.description(),
                command.currency(),
                command.cost(),
                command.stock(),
                command.stock(),
                command.limitPerCustomer(),
                utc(command.validFrom()),
                utc(command.validUntil()),
                command.minimumBalance(),
                badgeId,
                command.cancellation().name(),
                command.handsOutCoupons(),
                0,
                0,
                times.now(),
                null);
    }

    private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime time) {
        return time == null ? null : Times.utc(time);
    }
}
