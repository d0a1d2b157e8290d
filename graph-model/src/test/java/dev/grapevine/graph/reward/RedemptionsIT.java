package dev.grapevine.graph.reward;

import static dev.grapevine.graph.reward.RewardFixture.bell;
import static dev.grapevine.graph.reward.RewardFixture.bells;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.badge.AwardBadge;
import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.badge.CreateBadge;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.reward.redemption.CancelRedemption;
import dev.grapevine.graph.reward.redemption.InsufficientPoints;
import dev.grapevine.graph.reward.redemption.NotEligible;
import dev.grapevine.graph.reward.redemption.RedeemReward;
import dev.grapevine.graph.reward.redemption.Redemptions;
import dev.grapevine.graph.reward.redemption.RewardNotValid;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class RedemptionsIT {

    private static final OffsetDateTime NOW = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired Redemptions redemptions;

    @Autowired Rewards rewards;

    @Autowired Badges badges;

    @Autowired PointsLedger ledger;

    @Autowired Wallets wallets;

    @Autowired Driver driver;

    @Autowired TestBrand testBrand;

    RewardFixture shop;
    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        shop = new RewardFixture(ledger, wallets, rewards, driver);
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 250);
    }

    @AfterEach
    void audit() {
        shop.audit(brand);
    }

    @Test
    void givesARewardForPoints() {
        var reward = shop.create(brand, bells(3));
        var partner = callOf(brand);
        var redemption = succeeded(redemptions.redeem(partner, of(reward)));
        assertThat(redemption.state()).isEqualTo("ACTIVE");
        assertThat(redemption.cost()).isEqualTo(100);
        assertThat(redemption.redeemedBy()).isEqualTo(partner.caller().id());
        assertThat(redemption.couponCode()).isNull();
        assertThat(shop.balance(ada)).isEqualTo(150);
        assertThat(shop.now(reward).stock()).isEqualTo(2);
        assertThat(redemptions.byIds(Caller.SYSTEM, List.of(redemption.id())))
                .isEqualTo(Map.of(redemption.id(), redemption));
        var entry =
                wallets.entriesByIds(Caller.SYSTEM, List.of(redemption.entryId()))
                        .get(redemption.entryId());
        assertThat(entry.amount()).isEqualTo(100);
        assertThat(entry.reason()).isEqualTo(reward.name());
        assertThat(entry.source()).isEqualTo(redemption.id());
    }

    @Test
    void answersARepeatedKeyWithTheFirstRedemption() {
        var reward = shop.create(brand, bells(3));
        var call = call();
        var first = succeeded(redemptions.redeem(call, of(reward)));
        assertThat(redemptions.redeem(call, of(reward)))
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(redemptions.redeem(call, of(shop.create(brand, bell())))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.balance(ada)).isEqualTo(150);
        assertThat(shop.now(reward).stock()).isEqualTo(2);
    }

    @Test
    void isNotPaidByAnEntryThatTheSameKeyMadeElsewhere() {
        var call = call();
        succeeded(ledger.redeem(call, new RedeemPoints(ada.id(), 100, "A bell", null)));
        var redemption = succeeded(redemptions.redeem(call, of(shop.create(brand, bell()))));
        assertThat(redemption.cost()).isEqualTo(100);
        assertThat(shop.balance(ada)).isEqualTo(50);
    }

    @Test
    void refusesARewardWhoseTimeHasNotComeOrIsOver() {
        var early = shop.create(brand, valid("early", NOW.plusDays(1), null));
        var late = shop.create(brand, valid("late", null, NOW.minusDays(1)));
        var open = shop.create(brand, valid("open", NOW.minusDays(1), NOW.plusDays(1)));
        assertThat(rejection(early))
                .isEqualTo(new RewardNotValid(RewardNotValid.Reason.TOO_EARLY, early.validFrom()));
        assertThat(rejection(late))
                .isEqualTo(new RewardNotValid(RewardNotValid.Reason.TOO_LATE, late.validUntil()));
        succeeded(redemptions.redeem(call(), of(open)));
        succeeded(rewards.retire(call(), new RetireReward(open.id())));
        assertThat(((RewardNotValid) rejection(open)).reason())
                .isEqualTo(RewardNotValid.Reason.RETIRED);
        assertThat(shop.balance(ada)).isEqualTo(150);
    }

    @Test
    void refusesWhoLacksTheBadgeUntilTheyHaveIt() {
        var badge =
                succeeded(
                        badges.create(
                                call(),
                                brand.key(),
                                new CreateBadge("pioneer", "Pioneer", null, null),
                                new Validation()));
        var reward = shop.create(brand, asking("saddle", null, "pioneer"));
        assertThat(((NotEligible) rejection(reward)).condition())
                .isEqualTo(NotEligible.Condition.BADGE);
        succeeded(badges.award(call(), new AwardBadge(ada.id(), badge.id(), null)));
        succeeded(redemptions.redeem(call(), of(reward)));
    }

    @Test
    void refusesWhoHasLessThanTheMinimumAndChargesNothing() {
        var reward = shop.create(brand, asking("saddle", 251L, null));
        assertThat(((NotEligible) rejection(reward)).condition())
                .isEqualTo(NotEligible.Condition.MINIMUM_BALANCE);
        assertThat(shop.balance(ada)).isEqualTo(250);
        shop.award(ada, 1);
        succeeded(redemptions.redeem(call(), of(reward)));
        var grace = testBrand.enrol(brand, "grace");
        assertThat(
                        rejections(
                                redemptions.redeem(
                                        call(), new RedeemReward(reward.id(), grace.id()))))
                .containsExactly("NOT_ELIGIBLE");
    }

    @Test
    void refusesWhoCannotPayTakesNothingAndLeavesTheKeyFree() {
        var grace = testBrand.enrol(brand, "grace");
        shop.award(grace, 99);
        var reward = shop.create(brand, bells(1));
        var command = new RedeemReward(reward.id(), grace.id());
        var call = call();
        assertThat(redemptions.redeem(call, command))
                .isEqualTo(Result.rejected(new InsufficientPoints(99, 100)));
        assertThat(shop.now(reward).stock()).isEqualTo(1);
        assertThat(shop.balance(grace)).isEqualTo(99);
        shop.award(grace, 1);
        succeeded(redemptions.redeem(call, command));
        assertThat(shop.balance(grace)).isZero();
    }

    @Test
    void stopsAtTheLimitOfACustomerAndDoesNotCountCancelledRedemptions() {
        var reward = shop.create(brand, limited(1));
        var first = succeeded(redemptions.redeem(call(), of(reward)));
        assertThat(rejections(redemptions.redeem(call(), of(reward))))
                .containsExactly("REWARD_LIMIT_REACHED");
        succeeded(redemptions.cancel(call(), new CancelRedemption(first.id(), "Not wanted")));
        succeeded(redemptions.redeem(call(), of(reward)));
    }

    @Test
    void refusesWhatIsOutOfStockUntilThereIsMore() {
        var reward = shop.create(brand, bells(0));
        assertThat(rejections(redemptions.redeem(call(), of(reward))))
                .containsExactly("OUT_OF_STOCK");
        succeeded(rewards.restock(call(), new RestockReward(reward.id(), 1)));
        succeeded(redemptions.redeem(call(), of(reward)));
        assertThat(shop.now(reward).stock()).isZero();
    }

    @Test
    void issuesEachCouponOnceInTheirOrder() {
        var reward = shop.vouchers(brand, 2);
        var first = succeeded(redemptions.redeem(call(), of(reward)));
        succeeded(redemptions.cancel(call(), new CancelRedemption(first.id(), "Not wanted")));
        var second = succeeded(redemptions.redeem(call(), of(reward)));
        assertThat(first.couponCode()).isEqualTo("CODE-1");
        assertThat(second.couponCode()).isEqualTo("CODE-2");
        assertThat(shop.now(reward).couponsLeft()).isZero();
        assertThat(rejections(redemptions.redeem(call(), of(reward))))
                .containsExactly("OUT_OF_COUPONS");
        assertThat(shop.balance(ada)).isEqualTo(150);
    }

    @ParameterizedTest
    @EnumSource(CancellationPolicy.class)
    void refundsByTheCancellationPolicy(CancellationPolicy policy) {
        var reward = shop.create(brand, cancelled(policy));
        var redemption = succeeded(redemptions.redeem(call(), of(reward)));
        var call = call();
        var command = new CancelRedemption(redemption.id(), "Came broken");
        var cancelled = succeeded(redemptions.cancel(call, command));
        assertThat(cancelled.state()).isEqualTo("CANCELLED");
        assertThat(cancelled.cancellationReason()).isEqualTo("Came broken");
        assertThat(cancelled.cancelledAt()).isNotNull();
        var isRefunded = policy != CancellationPolicy.FORFEIT;
        assertThat(cancelled.refundEntryId() != null).isEqualTo(isRefunded);
        assertThat(shop.balance(ada)).isEqualTo(isRefunded ? 250 : 150);
        assertThat(shop.now(reward).stock()).isEqualTo(5);
        assertThat(redemptions.cancel(call, command))
                .isEqualTo(new Result.Success<>(cancelled, true));
        assertThat(rejections(redemptions.cancel(call(), command)))
                .containsExactly("ALREADY_CANCELLED");
        assertThat(shop.now(reward).stock()).isEqualTo(5);
    }

    @Test
    void cancelsWhatARetiredRewardGave() {
        var reward = shop.create(brand, bells(1));
        var redemption = succeeded(redemptions.redeem(call(), of(reward)));
        succeeded(rewards.retire(call(), new RetireReward(reward.id())));
        succeeded(redemptions.cancel(call(), new CancelRedemption(redemption.id(), "Not wanted")));
        assertThat(shop.balance(ada)).isEqualTo(250);
    }

    @Test
    void hidesOtherBrandsFromAPartner() {
        var elsewhere = testBrand.newBrand();
        var reward = shop.create(brand, bell());
        var theirs = shop.create(elsewhere, bell());
        var stranger = callOf(elsewhere);
        var redemption = succeeded(redemptions.redeem(call(), of(reward)));
        assertThat(rejections(redemptions.redeem(call(), of(theirs))))
                .containsExactly("REWARD_NOT_FOUND");
        assertThat(rejections(redemptions.redeem(stranger, of(reward))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(
                        rejections(
                                redemptions.cancel(
                                        stranger, new CancelRedemption(redemption.id(), "No"))))
                .containsExactly("REDEMPTION_NOT_FOUND");
        assertThat(redemptions.byIds(stranger.caller(), List.of(redemption.id()))).isEmpty();
    }

    @Test
    void pagesThroughTheRedemptionsLatestFirst() {
        shop.award(ada, 1_000);
        var reward = shop.create(brand, bell());
        var all =
                IntStream.range(0, 5)
                        .mapToObj(_ -> succeeded(redemptions.redeem(call(), of(reward))))
                        .toList()
                        .reversed();
        var first = redemptions.ofCustomers(List.of(ada.id()), PageRequest.first(2)).get(ada.id());
        assertThat(first.items()).isEqualTo(all.subList(0, 2));
        assertThat(first.hasMore()).isTrue();
        var after = new PageRequest(3, first.items().getLast().cursor(), Map.of());
        var rest = redemptions.ofCustomers(List.of(ada.id()), after).get(ada.id());
        assertThat(rest.items()).isEqualTo(all.subList(2, 5));
    }

    private RedeemReward of(Reward reward) {
        return new RedeemReward(reward.id(), ada.id());
    }

    private Object rejection(Reward reward) {
        var result = redemptions.redeem(call(), of(reward));
        assertThat(result).isInstanceOf(Result.Rejected.class);
        return ((Result.Rejected<?>) result).rejections().getFirst();
    }

    private static CreateReward valid(String key, OffsetDateTime from, OffsetDateTime until) {
        return reward(key, null, null, from, until, null, null, CancellationPolicy.REISSUE);
    }

    private static CreateReward asking(String key, Long minimum, String badge) {
        return reward(key, null, null, null, null, minimum, badge, CancellationPolicy.REISSUE);
    }

    private static CreateReward limited(long limit) {
        return reward("limited", null, limit, null, null, null, null, CancellationPolicy.REISSUE);
    }

    private static CreateReward cancelled(CancellationPolicy policy) {
        return reward("five", 5L, null, null, null, null, null, policy);
    }

    private static CreateReward reward(
            String key,
            Long stock,
            Long limit,
            OffsetDateTime from,
            OffsetDateTime until,
            Long minimum,
            String badge,
            CancellationPolicy policy) {
        return new CreateReward(
                key,
                "A reward",
                null,
                "points",
                100,
                stock,
                limit,
                from,
                until,
                minimum,
                badge,
                policy,
                false);
    }
}
