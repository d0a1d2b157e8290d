package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Tests of the reversal of entries together with the entries that they caused. */
@GraphTest
class CausesIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    TestWallet grace;

    @BeforeEach
    void createWallets() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        grace = testLedger.wallet(brand, "grace");
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void reversesTheBonusAndTheReferralRewardOnceEach() {
        var earned = ada.earn(100);
        var bonus = ada.earnBecause(earned, 20);
        var reward = grace.earnBecause(earned, 30);
        var onReward = ada.earnBecause(reward, 4);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 0L);
        for (var entry : List.of(earned, bonus, reward, onReward)) {
            assertThat(rejections(ada.tryReverse(entry, null))).containsExactly("ALREADY_REVERSED");
        }
        assertThat(ada.kinds())
                .containsExactly("EARNED", "EARNED", "EARNED", "REVERSED", "REVERSED", "REVERSED");
        assertThat(grace.kinds()).containsExactly("EARNED", "REVERSED");
    }

    @Test
    void reversesAProportionalShareOfCausedEntriesRoundedDown() {
        var earned = ada.earn(100);
        ada.earnBecause(earned, 25);
        grace.earnBecause(earned, 9);
        grace.earnBecause(earned, 3);
        succeeded(ada.tryReverse(earned, 33L));
        assertThat(ada.balance()).isEqualTo(125 - 33 - 8);
        assertThat(grace.balance()).isEqualTo(12 - 2);
    }

    @Test
    void skipsCausedEntriesThatWereReversedBefore() {
        var earned = ada.earn(100);
        var bonus = ada.earnBecause(earned, 20);
        ada.reverse(bonus);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(ada.kinds()).containsExactly("EARNED", "EARNED", "REVERSED", "REVERSED");
    }

    @Test
    void reversesTheBonusThatARedemptionCaused() {
        ada.earn(100);
        var spent = ada.spend(60);
        grace.earnBecause(spent, 6);
        ada.reverse(spent);
        assertThat(ada.sums()).containsExactly(100L, 0L, 0L, 0L);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void incursDebtForRedeemedPointsOfOtherCustomers() {
        var earned = ada.earn(100);
        grace.earnBecause(earned, 30);
        grace.spend(20);
        ada.reverse(earned);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 20L);
    }

    @Test
    void reversesAPendingBonus() {
        var earned = ada.earn(100);
        succeeded(grace.tryEarn(grace.award(30, earned.id(), null, true, null)));
        ada.reverse(earned);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void rejectsTheReversalIfOneCurrencyAllowsNoDebt() {
        testLedger.setCurrency(
                brand,
                new SetCurrency(
                        "strict",
                        "Strict",
                        Currency.Expiry.NEVER,
                        null,
                        null,
                        false,
                        null,
                        Currency.NegativeBalancePolicy.REJECT));
        var strict = testLedger.wallet(grace.customer(), "strict");
        var earned = ada.earn(100);
        strict.earnBecause(earned, 30);
        strict.spend(20);
        assertThat(rejections(ada.tryReverse(earned, null))).containsExactly("ALREADY_REDEEMED");
        assertThat(ada.sums()).containsExactly(100L, 0L, 0L, 0L);
        assertThat(strict.sums()).containsExactly(10L, 0L, 0L, 0L);
    }

    @Test
    void rejectsAReversedOrUnknownCause() {
        var earned = ada.earn(100);
        var stranger = testLedger.wallet(testBrand.newBrand(), "stranger").earn(5);
        succeeded(ada.tryReverse(earned, 1L));
        assertThat(rejections(grace.tryEarnBecause(earned, 5))).containsExactly("CAUSE_REVERSED");
        assertThat(rejections(grace.tryEarnBecause(stranger, 5)))
                .containsExactly("CAUSE_NOT_FOUND");
        var command = grace.award(5, stranger.id(), null, false, null);
        assertThat(rejections(ledger.award(callOf(brand), command)))
                .containsExactly("CAUSE_NOT_FOUND");
        assertThat(rejections(grace.tryEarn(grace.award(5, "act_nobody", null, false, null))))
                .containsExactly("CAUSE_NOT_FOUND");
        assertThat(grace.entries()).isEmpty();
    }

    @RepeatedTest(10)
    void keepsNoBonusAwardedDuringTheReversalOfItsCause() throws Exception {
        var earned = ada.earn(100);
        var work = new ArrayList<Callable<Result<PointsEntry>>>();
        for (var i = 0; i < 8; i++) {
            work.add(() -> grace.tryEarnBecause(earned, 5));
            work.add(() -> ada.tryEarnBecause(earned, 3));
        }
        work.add(7, () -> ada.tryReverse(earned, null));
        var results = race(work);
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .allMatch("CAUSE_REVERSED"::equals);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void reversesAnEntryOnceUnderConcurrentReversals() throws Exception {
        var earned = ada.earn(100);
        var bonus = ada.earnBecause(earned, 20);
        var reward = grace.earnBecause(bonus, 30);
        race(
                IntStream.range(0, 20)
                        .<Callable<Result<PointsEntry>>>mapToObj(
                                i ->
                                        () ->
                                                ada.tryReverse(
                                                        List.of(earned, bonus, reward).get(i % 3),
                                                        null))
                        .toList());
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(grace.sums()).containsExactly(0L, 0L, 0L, 0L);
    }
}
