package dev.grapevine.graph.reward;

import static dev.grapevine.graph.reward.RewardWorld.bells;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.PointsEntry;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.points.RedeemPoints;
import dev.grapevine.graph.points.ReverseEntry;
import dev.grapevine.graph.points.Wallets;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.World;

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

/** What paid for a redemption is taken back by cancelling the redemption, and in no other way. */
@GraphTest
class PaidEntriesIT {

    @Autowired Redemptions redemptions;
    @Autowired Rewards rewards;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Driver driver;
    @Autowired World world;
    @Autowired LedgerInvariants invariants;
    @Autowired Graph graph;

    RewardWorld shop;
    Brand brand;
    Customer ada;
    Reward reward;

    @BeforeEach
    void enrolAda() {
        shop = new RewardWorld(ledger, wallets, rewards, driver);
        brand = world.newBrand();
        ada = world.enrol(brand, "ada");
        shop.award(ada, 250);
        reward = shop.define(brand, bells(3));
    }

    @AfterEach
    void audit() {
        shop.audit(brand);
        invariants.check(brand.id());
    }

    private Redemption redeem(Reward what) {
        return done(redemptions.redeem(call(), new RedeemReward(what.id(), ada.id())));
    }

    private Outcome<Redemption> cancel(Redemption redemption) {
        return redemptions.cancel(call(), new CancelRedemption(redemption.id(), "Not wanted"));
    }

    private Outcome<PointsEntry> reverse(Call call, String entryId, Long amount) {
        var refund = ReverseEntry.Refund.RESTORE;
        return ledger.reverse(call, new ReverseEntry(entryId, amount, refund, "Oops"));
    }

    private static List<Refusal> why(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusals, _) ? refusals : List.of();
    }

    @Test
    void refusesToTakeBackWhatPaidForARedemptionAndNamesIt() {
        var redemption = redeem(reward);
        for (var amount : new Long[] {null, 1L, 1_000L}) {
            for (var caller : List.of(call(), callOf(brand))) {
                assertThat(why(reverse(caller, redemption.entryId(), amount)))
                        .containsExactly(new PaysRedemption(redemption.id()));
            }
        }
        assertThat(shop.balance(ada)).isEqualTo(150);
        done(cancel(redemption));
        assertThat(shop.balance(ada)).isEqualTo(250);
        assertThat(shop.now(reward).stock()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(CancellationPolicy.class)
    void refusesItAfterTheCancellationToo(CancellationPolicy policy) {
        var bell = RewardWorld.bell();
        var promised =
                shop.define(
                        brand,
                        new DefineReward(
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
        done(cancel(redemption));
        var balance = shop.balance(ada);
        assertThat(refusals(reverse(call(), redemption.entryId(), null)))
                .containsExactly("PAYS_REDEMPTION");
        assertThat(shop.balance(ada)).isEqualTo(balance);
    }

    @Test
    void answersAStrangerAndAWrongCallAsEver() {
        var redemption = redeem(reward);
        var stranger = callOf(world.newBrand());
        assertThat(refusals(reverse(stranger, redemption.entryId(), null)))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(refusals(reverse(call(), "pte_nobody", null))).containsExactly("ENTRY_NOT_FOUND");
        assertThat(refusals(reverse(call(), redemption.entryId(), -1L)))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void refusesToCancelWhatTheLedgerDoesNotTakeBack() {
        var redemption = redeem(reward);
        var refund = ReverseEntry.Refund.RESTORE;
        var outcome =
                graph.transact(
                        () -> {
                            var command =
                                    new ReverseEntry(redemption.entryId(), null, refund, "Oops");
                            done(ledger.refund(call(), command));
                            // Rolled back: a room that refunds without cancelling is a bug.
                            return cancel(redemption);
                        });
        assertThat(why(outcome))
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("ALREADY_REVERSED");
                            assertThat(refusal.path()).containsExactly("redemptionId");
                        });
        assertThat(shop.now(reward).stock()).isEqualTo(2);
    }

    @Test
    void takesBackASpendingThatOnlySaysThatItPaid() {
        var redemption = redeem(reward);
        var spend =
                new RedeemPoints(
                        ada.id(),
                        reward.currency(),
                        50,
                        reward.name(),
                        "For " + redemption.id(),
                        null);
        var spent = done(ledger.redeem(call(), spend));
        done(reverse(call(), spent.id(), null));
        assertThat(shop.balance(ada)).isEqualTo(150);
    }

    @Test
    void givesBackOnceWhenManyTakeBackAndCancelAtOnce() throws Exception {
        var redemption = redeem(reward);
        var work = new ArrayList<Callable<Outcome<?>>>();
        for (var i = 0; i < 10; i++) {
            work.add(() -> reverse(call(), redemption.entryId(), null));
            work.add(() -> cancel(redemption));
        }
        var outcomes = race(work);
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> refusals(outcome).stream()).distinct())
                .containsExactlyInAnyOrder("PAYS_REDEMPTION", "ALREADY_CANCELLED");
        assertThat(shop.balance(ada)).isEqualTo(250);
        assertThat(shop.now(reward).stock()).isEqualTo(3);
    }
}
