package dev.grapevine.graph.reward;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;

/** Writer of new rewards. */
@Component
class RewardWriter {

    private static final long MAX_LIMIT = 1_000_000;

    private final RewardRepository repository;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Currencies currencies;
    private final Badges badges;
    private final Ids ids;
    private final Times times;

    RewardWriter(
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

    Result<Reward> create(Call call, String brandKey, CreateReward command) {
        var validation = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("rwd");
        var brandId = brand.get().id();
        return idempotency.executeUnlessTaken(
                RewardRejection.REWARD_KEY_TAKEN.with(command.key()),
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> create(id, brandId, command),
                first -> Result.success(repository.findById(first).orElseThrow()));
    }

    private static Validation check(CreateReward command) {
        var from = command.from();
        var until = command.until();
        var validation =
                new Validation()
                        .matches("key", command.key(), Format.KEY)
                        .name("name", command.name(), 100)
                        .text("description", command.description(), 500)
                        .between("cost", command.cost(), 1, PointsLedger.MAX_AMOUNT)
                        .time("from", from)
                        .time("until", until)
                        .require(
                                from == null || until == null || from.isBefore(until),
                                "until",
                                "until " + until + " is not after from " + from + ".");
        between(validation, "stock", command.stock(), 0, Rewards.MAX_STOCK);
        between(validation, "limitPerCustomer", command.limitPerCustomer(), 1, MAX_LIMIT);
        between(validation, "minimumBalance", command.minimumBalance(), 1, PointsLedger.MAX_AMOUNT);
        return validation;
    }

    private static void between(
            Validation validation, String field, @Nullable Long value, long least, long most) {
        if (value != null) {
            validation.between(field, value, least, most);
        }
    }

    private Result<Reward> create(String id, String brandId, CreateReward command) {
        if (!isCurrency(brandId, command.currency())) {
            return Result.rejected(new NotFound("Currency", command.currency(), "currency"));
        }
        var badge = command.badge() == null ? null : badge(brandId, command.badge());
        if (command.badge() != null && badge == null) {
            return Result.rejected(new NotFound("Badge", command.badge(), "badge"));
        }
        if (repository.findByBrandKey(Reward.brandKey(brandId, command.key())).isPresent()) {
            return Result.rejected(RewardRejection.REWARD_KEY_TAKEN.with(command.key()));
        }
        return Result.success(
                repository.save(reward(id, brandId, command, badge == null ? null : badge.id())));
    }

    /** Returns true if the currency exists; the standard currency exists in every brand. */
    private boolean isCurrency(String brandId, String code) {
        return code.equals(Currency.STANDARD) || currencies.byCode(brandId, code).isPresent();
    }

    private @Nullable Badge badge(String brandId, String key) {
        return badges.byKey(brandId, key).orElse(null);
    }

    private Reward reward(
            String id, String brandId, CreateReward command, @Nullable String badgeId) {
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
                utc(command.from()),
                utc(command.until()),
                command.minimumBalance(),
                badgeId,
                command.cancellationPolicy().name(),
                command.issuesCoupons(),
                0,
                0,
                times.now(),
                null);
    }

    private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime time) {
        return time == null ? null : Times.utc(time);
    }
}
