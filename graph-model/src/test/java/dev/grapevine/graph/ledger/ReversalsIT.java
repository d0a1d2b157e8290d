package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.command.ReverseEntry;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Tests of the reversal of credits. */
@GraphTest
class ReversalsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    OffsetDateTime now;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        now = clock.now();
        clock.stopAt(now);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void writesOffExpiredPoints() {
        var earned = ada.earn(100, now.plusDays(1));
        ada.spend(30);
        clock.pass(Duration.ofDays(2));
        ada.earn(50);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(20L, 0L, 0L, 0L);
        assertThat(ada.kinds())
                .containsExactly("EARNED", "REDEEMED", "EXPIRED", "EARNED", "REVERSED", "REVERSED");
    }

    @Test
    void writesOffPointsThatExpiredInTheSameTransaction() {
        var earned = ada.earn(100, now.plusDays(1));
        ada.spend(30);
        clock.pass(Duration.ofDays(2));
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 30L);
    }

    @Test
    void reversesAFullyExpiredEntryOnce() {
        var earned = ada.earn(100, now.plusDays(1));
        clock.pass(Duration.ofDays(2));
        ada.earn(50);
        var reversal = ada.reverse(earned);
        assertThat(reversal.debit()).isEqualTo("EXPIRED");
        assertThat(reversal.credit()).isEqualTo("ISSUED");
        assertThat(ada.balance()).isEqualTo(50);
        assertThat(rejections(ada.tryReverse(earned, null))).containsExactly("ALREADY_REVERSED");
    }

    @Test
    void drawsFromTheLotOfTheEntryFirst() {
        ada.earn(50, now.plusDays(1));
        var earned = ada.earn(100);
        var reversal = ada.reverse(earned);
        assertThat(reversal.kind()).isEqualTo("REVERSED");
        assertThat(reversal.reverses()).isEqualTo(earned.id());
        assertThat(reversal.credit()).isEqualTo("ISSUED");
        assertThat(testLedger.movesOf(reversal.id())).containsExactly("CONSUMED 100 of 2");
        assertThat(ada.lots()).containsExactly("50 of 1");
        assertThat(ada.wallet().lifetimeEarned()).isEqualTo(150);
    }

    @Test
    void drawsTheMissingPointsFromOtherLots() {
        var earned = ada.earn(100);
        ada.spend(80);
        ada.earn(40);
        ada.earn(30, now.plusDays(1));
        var reversal = ada.reverse(earned);
        assertThat(testLedger.movesOf(reversal.id()))
                .containsExactly("CONSUMED 30 of 4", "CONSUMED 20 of 1", "CONSUMED 40 of 3");
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 10L);
    }

    @Test
    void incursDebtForRedeemedPointsAndPaysItFromLaterCredits() {
        var earned = ada.earn(100);
        ada.spend(100);
        var reversal = ada.reverse(earned);
        assertThat(reversal.kind()).isEqualTo("DEBT_INCURRED");
        assertThat(reversal.reverses()).isEqualTo(earned.id());
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 100L);
        ada.earn(60);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 40L);
        assertThat(rejections(ada.trySpend(1))).containsExactly("INSUFFICIENT_POINTS");
        ada.earn(50);
        assertThat(ada.sums()).containsExactly(10L, 0L, 0L, 0L);
        assertThat(ada.kinds())
                .containsExactly(
                        "EARNED",
                        "REDEEMED",
                        "DEBT_INCURRED",
                        "EARNED",
                        "DEBT_REPAID",
                        "EARNED",
                        "DEBT_REPAID");
    }

    @Test
    void paysDebtFromAReleasedHold() {
        var earned = ada.earn(100);
        var hold = ada.hold(60, null);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 60L, 60L);
        succeeded(ada.tryRelease(hold));
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void rejectsTheReversalOfRedeemedPointsIfTheCurrencyAllowsNoDebt() {
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
        var strict = testLedger.wallet(ada.customer(), "strict");
        var earned = strict.earn(100);
        strict.spend(1);
        assertThat(rejections(strict.tryReverse(earned, null))).containsExactly("ALREADY_REDEEMED");
        assertThat(strict.sums()).containsExactly(99L, 0L, 0L, 0L);
        succeeded(strict.tryReverse(earned, 99L));
        assertThat(strict.sums()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void reversesPendingPoints() {
        ada.earn(10);
        var pending = ada.earnPending(100, now.plusDays(1));
        var reversal = succeeded(ada.tryReverse(pending, 30L));
        assertThat(reversal.debit()).isEqualTo(ada.wallet().id() + ":pending");
        assertThat(ada.sums()).containsExactly(10L, 70L, 0L, 0L);
        clock.pass(Duration.ofDays(1));
        assertThat(ada.sums()).containsExactly(80L, 0L, 0L, 0L);
    }

    @Test
    void reversesUnlockedPointsFromTheirLot() {
        ada.earn(10, now.plusDays(9));
        var pending = ada.earnPending(100, now.plusDays(1));
        clock.pass(Duration.ofDays(1));
        assertThat(testLedger.movesOf(ada.reverse(pending).id()))
                .containsExactly("CONSUMED 100 of 2");
        assertThat(ada.sums()).containsExactly(10L, 0L, 0L, 0L);
    }

    @Test
    void reversesAnAdjustment() {
        var up = succeeded(ada.tryAdjust(30));
        var reversal = ada.reverse(up);
        assertThat(reversal.credit()).isEqualTo("ADJUSTED");
        ada.earn(50);
        var down = succeeded(ada.tryAdjust(-20));
        ada.reverse(down);
        assertThat(ada.sums()).containsExactly(50L, 0L, 0L, 0L);
    }

    @Test
    void rejectsASecondReversalEvenOfAPart() {
        var earned = ada.earn(100);
        succeeded(ada.tryReverse(earned, 10L));
        assertThat(rejections(ada.tryReverse(earned, 10L))).containsExactly("ALREADY_REVERSED");
        assertThat(rejections(ada.tryReverse(earned, null))).containsExactly("ALREADY_REVERSED");
        assertThat(ada.balance()).isEqualTo(90);
    }

    @Test
    void hasOneEffectInTwentyConcurrentReversals() throws Exception {
        var earned = ada.earn(100);
        ada.spend(30);
        var results = race(copies(20, () -> ada.tryReverse(earned, null)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(results.stream().flatMap(outcome -> rejections(outcome).stream()))
                .containsOnly("ALREADY_REVERSED");
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 30L);
    }

    @Test
    void rejectsAmountsAboveTheEntryOrBelowOne() {
        var earned = ada.earn(100);
        assertThat(rejections(ada.tryReverse(earned, 101L))).containsExactly("REVERSAL_TOO_LARGE");
        assertThat(rejections(ada.tryReverse(earned, 0L))).containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryReverse(earned, -1L))).containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryReverse(earned, 1L << 53))).containsExactly("INVALID_INPUT");
        assertThat(ada.kinds()).containsExactly("EARNED");
    }

    @Test
    void rejectsKindsThatAreNotReversible() {
        var earned = ada.earn(100, now.plusDays(5));
        ada.earnPending(5, now.plusDays(1));
        ada.hold(10, now.plusDays(2));
        ada.spend(80);
        var reversal = ada.reverse(earned);
        ada.earn(3);
        clock.pass(Duration.ofDays(9));
        ada.wallet();
        var rest =
                ada.entries().stream()
                        .filter(entry -> !Set.of("EARNED", "REDEEMED").contains(entry.kind()))
                        .toList();
        assertThat(rest)
                .extracting(PointsEntry::kind)
                .contains(
                        "HELD", "UNLOCKED", "RELEASED", "REVERSED", "DEBT_INCURRED", "DEBT_REPAID");
        assertThat(rest).contains(reversal);
        assertThat(rest)
                .allSatisfy(
                        entry ->
                                assertThat(rejections(ada.tryReverse(entry, null)))
                                        .containsExactly("NOT_REVERSIBLE"));
    }

    @Test
    void hidesEntriesOfOtherBrands() {
        var earned = ada.earn(100);
        var stranger = callOf(testBrand.newBrand());
        for (var id : List.of(earned.id(), "pte_nobody", ada.wallet().id(), "")) {
            var command =
                    new ReverseEntry(
                            id,
                            null,
                            ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY,
                            "A return");
            assertThat(rejections(ledger.reverse(stranger, command)))
                    .containsExactly("ENTRY_NOT_FOUND");
        }
        assertThat(ada.kinds()).containsExactly("EARNED");
    }
}
