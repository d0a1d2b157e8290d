package dev.grapevine.graph.reward;

import static dev.grapevine.graph.reward.RewardFixture.bells;
import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.Wallets;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.reward.redemption.CancelRedemption;
import dev.grapevine.graph.reward.redemption.PaysRedemption;
import dev.grapevine.graph.reward.redemption.RedeemReward;
import dev.grapevine.graph.reward.redemption.Redemption;
import dev.grapevine.graph.reward.redemption.Redemptions;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Entries that paid for redemptions are reversed only by cancelling the redemption. */
@GraphTest
class PaidEntriesIT {

    @Autowired Redemptions redemptions;
    @Autowired Rewards rewards;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Driver driver;
    @Autowired TestBrand testBrand;
    @Autowired LedgerInvariants invariants;
    @Autowired GraphClient graph;

    RewardFixture shop;
    Brand brand;
    Customer ada;
    Reward reward;

    @BeforeEach
    void enrolAda() {
        shop = new RewardFixture(ledger, wallets, rewards, driver);
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        shop.award(ada, 250);
        reward = shop.create(brand, bells(3));
    }

    @AfterEach
    void audit() {
        shop.audit(brand);
        invariants.check(brand.id());
    }

    private Redemption redeem(Reward what) {
        return succeeded(redemptions.redeem(call(), new RedeemReward(what.id(), ada.id())));
    }

    private Result<Redemption> cancel(Redemption redemption) {
        return redemptions.cancel(call(), new CancelRedemption(redemption.id(), "Not wanted"));
    }

    private Result<PointsEntry> reverse(Call call, String entryId, Long amount) {
        var refund = ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY;
        return ledger.reverse(call, new ReverseEntry(entryId, amount, refund, "Oops"));
    }

    private static List<Rejection> why(Result<?> result) {
        return result instanceof Result.Rejected<?>(var rejections, _) ? rejections : List.of();
    }

    @Test
    void rejectsTheReversalOfAnEntryThatPaidForARedemption() {
        var redemption = redeem(reward);
        for (var amount : new Long[] {null, 1L, 1_000L}) {
            for (var caller : List.of(call(), callOf(brand))) {
                assertThat(why(reverse(caller, redemption.entryId(), amount)))
                        .containsExactly(new PaysRedemption(redemption.id()));
            }
        }
        assertThat(shop.balance(ada)).isEqualTo(150);
        succeeded(cancel(redemption));
        assertThat(shop.balance(ada)).isEqualTo(250);
        assertThat(shop.now(reward).stock()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(CancellationPolicy.class)
    void refusesItAfterTheCancellationToo(CancellationPolicy policy) {
        var bell = RewardFixture.bell();
        var promised =
                shop.create(
                        brand,
                        new CreateReward(
                                "promised",
                                bell.name(),
                                null,
                                bell.currency(),
                                100,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                policy,
                                false));
        var redemption = redeem(promised);
        succeeded(cancel(redemption));
        var balance = shop.balance(ada);
        assertThat(rejections(reverse(call(), redemption.entryId(), null)))
                .containsExactly("PAYS_REDEMPTION");
        assertThat(shop.balance(ada)).isEqualTo(balance);
    }

    @Test
    void answersAStrangerAndAWrongCallAsEver() {
        var redemption = redeem(reward);
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(reverse(stranger, redemption.entryId(), null)))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(rejections(reverse(call(), "pte_nobody", null)))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(rejections(reverse(call(), redemption.entryId(), -1L)))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void rejectsACancellationWhoseEntryCannotBeReversed() {
        var redemption = redeem(reward);
        var refund = ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY;
        var result =
                graph.transact(
                        () -> {
                            var command =
                                    new ReverseEntry(redemption.entryId(), null, refund, "Oops");
                            succeeded(ledger.refund(call(), command));
                            // Rolled back: a refund without a cancellation would be a bug.
                            return cancel(redemption);
                        });
        assertThat(why(result))
                .singleElement()
                .satisfies(
                        rejection -> {
                            assertThat(rejection.code()).isEqualTo("ALREADY_REVERSED");
                            assertThat(rejection.path()).containsExactly("redemptionId");
                        });
        assertThat(shop.now(reward).stock()).isEqualTo(2);
    }

    @Test
    void reversesARedemptionOfPointsThatOnlyNamesAReward() {
        var redemption = redeem(reward);
        var spend =
                new RedeemPoints(
                        ada.id(),
                        reward.currency(),
                        50,
                        reward.name(),
                        "For " + redemption.id(),
                        null);
        var spent = succeeded(ledger.redeem(call(), spend));
        succeeded(reverse(call(), spent.id(), null));
        assertThat(shop.balance(ada)).isEqualTo(150);
    }

    @Test
    void refundsOnceUnderConcurrentReversalsAndCancellations() throws Exception {
        var redemption = redeem(reward);
        var work = new ArrayList<Callable<Result<?>>>();
        for (var i = 0; i < 10; i++) {
            work.add(() -> reverse(call(), redemption.entryId(), null));
            work.add(() -> cancel(redemption));
        }
        var results = race(work);
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
        assertThat(results.stream().flatMap(result -> rejections(result).stream()).distinct())
                .containsExactlyInAnyOrder("PAYS_REDEMPTION", "ALREADY_CANCELLED");
        assertThat(shop.balance(ada)).isEqualTo(250);
        assertThat(shop.now(reward).stock()).isEqualTo(3);
    }
}
