package dev.grapevine.graph.reward;

import static dev.grapevine.graph.reward.RewardFixture.bell;
import static dev.grapevine.graph.reward.RewardFixture.bells;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.reward.redemption.CancelRedemption;
import dev.grapevine.graph.reward.redemption.RedeemReward;
import dev.grapevine.graph.reward.redemption.Redemption;
import dev.grapevine.graph.reward.redemption.Redemptions;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Stock, coupons and limits under concurrent redemptions. */
@GraphTest
class RedemptionRacesIT {

    @Autowired Redemptions redemptions;

    @Autowired Rewards rewards;

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
    void givesTheLastOneToOneOfFiftyCustomersAndChargesNobodyElse() throws Exception {
        var people = people(50);
        var reward = shop.create(brand, bells(1));
        var results = race(people.stream().map(customer -> redemption(reward, customer)).toList());
        assertThat(codes(results, "OUT_OF_STOCK")).isEqualTo(49);
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(people.stream().mapToLong(shop::balance).filter(balance -> balance == 0))
                .hasSize(1);
        assertThat(people.stream().mapToLong(shop::balance).sum()).isEqualTo(49 * 100);
        assertThat(shop.now(reward).stock()).isZero();
    }

    @Test
    void issuesEveryCouponOnce() throws Exception {
        var people = people(40);
        var reward = shop.vouchers(brand, 30);
        var results = race(people.stream().map(customer -> redemption(reward, customer)).toList());
        assertThat(codes(results, "OUT_OF_COUPONS")).isEqualTo(10);
        assertThat(
                        results.stream()
                                .filter(result -> rejections(result).isEmpty())
                                .map(result -> succeeded(result).couponCode()))
                .containsExactlyInAnyOrderElementsOf(RewardFixture.codes(30));
    }

    @Test
    void stopsAtTheLimitOfACustomerWhoTriesItInManyThreads() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 1_000);
        var reward =
                shop.create(
                        brand,
                        new CreateReward(
                                "two",
                                "Two each",
                                null,
                                "points",
                                100,
                                null,
                                2L,
                                null,
                                null,
                                null,
                                null,
                                CancellationPolicy.FORFEIT,
                                false));
        var results = race(copies(24, redemption(reward, ada)));
        assertThat(codes(results, "REWARD_LIMIT_REACHED")).isEqualTo(22);
        assertThat(shop.balance(ada)).isEqualTo(800);
    }

    @Test
    void neverOverdrawsACustomerWhoTriesItInManyThreads() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 350);
        var reward = shop.create(brand, bells(100));
        var results = race(copies(24, redemption(reward, ada)));
        assertThat(codes(results, "INSUFFICIENT_POINTS")).isEqualTo(21);
        assertThat(shop.balance(ada)).isEqualTo(50);
        assertThat(shop.now(reward).stock()).isEqualTo(97);
    }

    @Test
    void hasOneEffectWhenFiftyCallsRaceUnderOneKey() throws Exception {
        var ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 1_000);
        var reward = shop.create(brand, bells(100));
        var call = call();
        var command = new RedeemReward(reward.id(), ada.id());
        var results = race(copies(50, () -> redemptions.redeem(call, command)));
        assertThat(results.stream().map(TestBrand::succeeded).distinct()).hasSize(1);
        assertThat(shop.balance(ada)).isEqualTo(900);
        assertThat(shop.now(reward).stock()).isEqualTo(99);
    }

    @Test
    void cancelsOnceWhenManyCancelAtOnce() throws Exception {
        var ada = people(1).getFirst();
        var reward = shop.create(brand, bells(1));
        var redemption = succeeded(redemption(reward, ada).call());
        var results = race(copies(24, () -> cancel(redemption)));
        assertThat(codes(results, "ALREADY_CANCELLED")).isEqualTo(23);
        assertThat(shop.balance(ada)).isEqualTo(100);
        assertThat(shop.now(reward).stock()).isEqualTo(1);
    }

    @Test
    void staysExactWhileEverythingHappensAtOnce() throws Exception {
        var people = people(12);
        var scarce = shop.create(brand, bells(4));
        var endless = shop.create(brand, bell());
        var vouchers = shop.vouchers(brand, 6);
        var work = new ArrayList<Callable<Object>>();
        for (var customer : people) {
            work.add(() -> cancelled(redemption(scarce, customer).call()));
            work.add(() -> redemption(scarce, customer).call());
            work.add(() -> cancelled(redemption(vouchers, customer).call()));
            work.add(() -> redemption(endless, customer).call());
            work.add(() -> ledger.award(call(), thanks(customer)));
        }
        work.add(() -> succeeded(rewards.restock(call(), new RestockReward(scarce.id(), 3))));
        work.add(
                () ->
                        succeeded(
                                rewards.addCoupons(
                                        call(),
                                        new AddCoupons(vouchers.id(), RewardFixture.codes(9)))));
        race(work);
        assertThat(shop.now(scarce).supplied()).isEqualTo(7);
        assertThat(shop.now(vouchers).couponsAdded()).isEqualTo(9);
        assertThat(people)
                .allSatisfy(customer -> assertThat(shop.balance(customer)).isNotNegative());
    }

    private static AwardPoints thanks(Customer customer) {
        return new AwardPoints(customer.id(), 50, "Thank you", null);
    }

    private Result<Redemption> cancelled(Result<Redemption> result) {
        return result instanceof Result.Success<Redemption>(var redemption, _)
                ? cancel(redemption)
                : result;
    }

    private Result<Redemption> cancel(Redemption redemption) {
        return redemptions.cancel(call(), new CancelRedemption(redemption.id(), "Not wanted"));
    }

    private Callable<Result<Redemption>> redemption(Reward reward, Customer customer) {
        return () -> redemptions.redeem(call(), new RedeemReward(reward.id(), customer.id()));
    }

    /** Enrols customers with 100 points each. */
    private List<Customer> people(int count) {
        var people =
                IntStream.range(0, count)
                        .mapToObj(i -> testBrand.enrol(brand, "person-" + i))
                        .toList();
        people.forEach(customer -> shop.award(customer, 100));
        return people;
    }

    private static long codes(List<? extends Result<?>> results, String code) {
        return results.stream().filter(result -> rejections(result).equals(List.of(code))).count();
    }
}
