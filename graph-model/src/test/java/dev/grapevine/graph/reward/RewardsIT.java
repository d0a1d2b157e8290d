package dev.grapevine.graph.reward;

import static dev.grapevine.graph.reward.RewardFixture.bell;
import static dev.grapevine.graph.reward.RewardFixture.bells;
import static dev.grapevine.graph.reward.RewardFixture.codes;
import static dev.grapevine.graph.reward.RewardFixture.voucher;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class RewardsIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    static final List<CreateReward> WRONG =
            List.of(
                    of("B", "Bell", 100, null, null, null, null, null),
                    of("bell", "", 100, null, null, null, null, null),
                    of("bell", "Bell", 0, null, null, null, null, null),
                    of("bell", "Bell", 1_000_000_001, null, null, null, null, null),
                    of("bell", "Bell", 100, -1L, null, null, null, null),
                    of("bell", "Bell", 100, 1_000_000_001L, null, null, null, null),
                    of("bell", "Bell", 100, null, 0L, null, null, null),
                    of("bell", "Bell", 100, null, null, NOON, NOON, null),
                    of("bell", "Bell", 100, null, null, NOON.withYear(1969), null, null),
                    of("bell", "Bell", 100, null, null, null, null, 0L));

    @Autowired Rewards rewards;

    @Autowired Badges badges;

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired Driver driver;

    @Autowired TestBrand testBrand;

    RewardFixture shop;
    Brand brand;

    @BeforeEach
    void found() {
        shop = new RewardFixture(ledger, wallets, rewards, driver);
        brand = testBrand.newBrand();
    }

    @AfterEach
    void audit() {
        shop.audit(brand);
    }

    @Test
    void areDefinedWithAllTheirTerms() {
        var badge =
                succeeded(
                        badges.create(
                                call(),
                                brand.key(),
                                new CreateBadge("pioneer", "Pioneer", null, null),
                                new Validation()));
        var reward =
                shop.create(
                        brand,
                        new CreateReward(
                                "saddle",
                                "A saddle",
                                "Of leather",
                                "points",
                                500,
                                3L,
                                1L,
                                NOON,
                                NOON.plusYears(1),
                                600L,
                                "pioneer",
                                CancellationPolicy.FORFEIT,
                                true));
        assertThat(reward.stock()).isEqualTo(3);
        assertThat(reward.badgeId()).isEqualTo(badge.id());
        assertThat(reward.validUntil()).isEqualTo(NOON.plusYears(1));
        assertThat(reward.cancellationPolicy()).isEqualTo("FORFEIT");
        assertThat(reward.couponsLeft()).isZero();
        assertThat(shop.now(reward)).isEqualTo(reward);
        assertThat(rewards.byKey(Caller.SYSTEM, brand.key(), "saddle")).contains(reward);
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void areRefusedWhenTheyAreWrong(CreateReward wrong) {
        assertThat(rejections(rewards.create(call(), brand.key(), wrong)))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void askForABadgeAndACurrencyThatTheBrandHas() {
        var elsewhere = testBrand.newBrand();
        succeeded(
                badges.create(
                        call(),
                        elsewhere.key(),
                        new CreateBadge("pioneer", "Pioneer", null, null),
                        new Validation()));
        assertThat(rejections(create("points", "pioneer"))).containsExactly("BADGE_NOT_FOUND");
        assertThat(rejections(create("doubloons", null))).containsExactly("CURRENCY_NOT_FOUND");
    }

    @Test
    void haveAKeyOfTheirOwnInTheirBrand() throws Exception {
        var results = race(copies(8, () -> rewards.create(call(), brand.key(), bell())));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(results.stream().map(TestBrand::rejections).filter(codes -> !codes.isEmpty()))
                .hasSize(7)
                .allSatisfy(codes -> assertThat(codes).containsExactly("REWARD_KEY_TAKEN"));
        shop.create(testBrand.newBrand(), bell());
    }

    @Test
    void areDefinedOnceUnderARepeatedKey() {
        var call = call();
        var first = succeeded(rewards.create(call, brand.key(), bell()));
        assertThat(rewards.create(call, brand.key(), bell()))
                .isEqualTo(new Result.Success<>(first, true));
    }

    @Test
    void arePagedEarliestFirst() {
        var all =
                IntStream.range(0, 5)
                        .mapToObj(i -> of("bell-" + i, "Bell", 100, null, null, null, null, null))
                        .map(command -> shop.create(brand, command))
                        .toList();
        var first = rewards.ofBrands(List.of(brand.id()), PageRequest.first(2)).get(brand.id());
        assertThat(first.items()).isEqualTo(all.subList(0, 2));
        assertThat(first.hasMore()).isTrue();
        var after = new PageRequest(3, first.items().getLast().cursor(), Map.of());
        var rest = rewards.ofBrands(List.of(brand.id()), after).get(brand.id());
        assertThat(rest.items()).isEqualTo(all.subList(2, 5));
        assertThat(rest.hasMore()).isFalse();
    }

    @Test
    void areRestockedOnceUnderARepeatedKey() {
        var reward = shop.create(brand, bells(2));
        var call = call();
        var command = new RestockReward(reward.id(), 5);
        assertThat(succeeded(rewards.restock(call, command)).stock()).isEqualTo(7);
        assertThat(rewards.restock(call, command))
                .isEqualTo(new Result.Success<>(shop.now(reward), true));
        assertThat(shop.now(reward).supplied()).isEqualTo(7);
    }

    @Test
    void loseNothingWhenManyRestockAtOnce() throws Exception {
        var reward = shop.create(brand, bells(0));
        race(
                copies(
                        32,
                        () ->
                                succeeded(
                                        rewards.restock(
                                                call(), new RestockReward(reward.id(), 3)))));
        assertThat(shop.now(reward).stock()).isEqualTo(96);
    }

    @Test
    void areNotRestockedBeyondMeasureOrWithoutAStock() {
        var bells = shop.create(brand, bells(1));
        var bell = shop.create(brand, bell());
        assertThat(rejections(rewards.restock(call(), new RestockReward(bells.id(), 0))))
                .containsExactly("INVALID_INPUT");
        assertThat(
                        rejections(
                                rewards.restock(
                                        call(), new RestockReward(bells.id(), 1_000_000_000))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(rewards.restock(call(), new RestockReward(bell.id(), 1))))
                .containsExactly("STOCK_UNLIMITED");
        assertThat(shop.now(bells)).isEqualTo(bells);
    }

    @Test
    void areRetiredOnce() {
        var reward = shop.create(brand, bells(1));
        assertThat(succeeded(rewards.retire(call(), new RetireReward(reward.id()))).retiredAt())
                .isNotNull();
        assertThat(rejections(rewards.retire(call(), new RetireReward(reward.id()))))
                .containsExactly("REWARD_NOT_VALID");
        assertThat(rejections(rewards.restock(call(), new RestockReward(reward.id(), 1))))
                .containsExactly("REWARD_NOT_VALID");
    }

    @Test
    void ofAnotherBrandAreUnknown() {
        var reward = shop.vouchers(brand, 1);
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(rewards.retire(stranger, new RetireReward(reward.id()))))
                .containsExactly("REWARD_NOT_FOUND");
        assertThat(
                        rejections(
                                rewards.addCoupons(
                                        stranger, new AddCoupons(reward.id(), List.of("FREE")))))
                .containsExactly("REWARD_NOT_FOUND");
        assertThat(rewards.byIds(stranger.caller(), List.of(reward.id()))).isEmpty();
        assertThat(rewards.byKey(stranger.caller(), brand.key(), "voucher")).isEmpty();
    }

    @Test
    void countTheCodesThatTheyHaveAlready() {
        var reward = shop.create(brand, voucher());
        var first = add(reward, List.of("A", "B", "a", "A"));
        assertThat(first.added()).isEqualTo(3);
        assertThat(first.duplicates()).isEqualTo(1);
        var second = add(reward, List.of("B", "C", "A"));
        assertThat(second.added()).isEqualTo(1);
        assertThat(second.duplicates()).isEqualTo(2);
        assertThat(add(reward, List.of("A")).added()).isZero();
        assertThat(shop.now(reward).couponsLeft()).isEqualTo(4);
    }

    @Test
    void answerARepeatedBatchOfCodesWithItsFirstCount() {
        var reward = shop.create(brand, voucher());
        var call = call();
        var command = new AddCoupons(reward.id(), codes(1_000));
        var first = succeeded(rewards.addCoupons(call, command));
        assertThat(first.added()).isEqualTo(1_000);
        assertThat(rewards.addCoupons(call, command)).isEqualTo(new Result.Success<>(first, true));
        assertThat(rewards.couponBatchesByIds(Caller.SYSTEM, List.of(first.id())))
                .isEqualTo(Map.of(first.id(), first));
    }

    @Test
    void haveEachCodeOnceWhenManyAddTheSameAtOnce() throws Exception {
        var reward = shop.create(brand, voucher());
        var batches = race(copies(16, () -> add(reward, codes(50))));
        assertThat(batches.stream().mapToLong(CouponBatch::added).sum()).isEqualTo(50);
        assertThat(shop.now(reward).couponsAdded()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has a blank", "ümlaut", "line\nbreak"})
    void refuseCodesThatNobodyCouldType(String code) {
        var reward = shop.create(brand, voucher());
        assertThat(
                        rejections(
                                rewards.addCoupons(
                                        call(), new AddCoupons(reward.id(), List.of(code)))))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void refuseTooManyCodesAndCodesOfRewardsWithoutCoupons() {
        var voucher = shop.create(brand, voucher());
        var bell = shop.create(brand, bell());
        assertThat(
                        rejections(
                                rewards.addCoupons(
                                        call(), new AddCoupons(voucher.id(), codes(1_001)))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(rewards.addCoupons(call(), new AddCoupons(voucher.id(), List.of()))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(rewards.addCoupons(call(), new AddCoupons(bell.id(), codes(1)))))
                .containsExactly("ISSUES_NO_COUPONS");
    }

    private Result<Reward> create(String currency, String badge) {
        var command =
                new CreateReward(
                        "bell",
                        "A bell",
                        null,
                        currency,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        badge,
                        CancellationPolicy.FORFEIT,
                        false);
        return rewards.create(call(), brand.key(), command);
    }

    private CouponBatch add(Reward reward, List<String> codes) {
        return succeeded(rewards.addCoupons(call(), new AddCoupons(reward.id(), codes)));
    }

    private static CreateReward of(
            String key,
            String name,
            long cost,
            Long stock,
            Long limit,
            OffsetDateTime from,
            OffsetDateTime until,
            Long minimum) {
        return new CreateReward(
                key,
                name,
                null,
                "points",
                cost,
                stock,
                limit,
                from,
                until,
                minimum,
                null,
                CancellationPolicy.REISSUE,
                false);
    }
}
