package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
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
import java.util.stream.IntStream;

@GraphTest
class LotsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void drawsFromTheSoonestExpiryFirst() {
        var now = clock.now();
        ada.earn(100);
        ada.earn(30, now.plusDays(20));
        ada.earn(20, now.plusDays(10));
        assertThat(testLedger.movesOf(ada.spend(60).id()))
                .containsExactly("CONSUMED 20 of 3", "CONSUMED 30 of 2", "CONSUMED 10 of 1");
        assertThat(ada.lots()).containsExactly("90 of 1");
    }

    @Test
    void drawsFromTheOldestLotOfEqualExpiry() {
        var then = clock.now().plusDays(20);
        ada.earn(30, then);
        ada.earn(20, then);
        assertThat(testLedger.movesOf(ada.spend(40).id()))
                .containsExactly("CONSUMED 30 of 1", "CONSUMED 10 of 2");
    }

    @Test
    void drawsOnFromAPartlyDrawnLot() {
        ada.earn(30);
        ada.earn(30);
        ada.spend(10);
        assertThat(testLedger.movesOf(ada.spend(30).id()))
                .containsExactly("CONSUMED 20 of 1", "CONSUMED 10 of 2");
        assertThat(testLedger.movesOf(ada.spend(20).id())).containsExactly("CONSUMED 20 of 2");
        assertThat(ada.lots()).isEmpty();
    }

    @Test
    void drawsFromMoreLotsThanTheFirstQueryLoads() {
        for (var i = 0; i < 3; i++) {
            var awards =
                    IntStream.range(0, 450)
                            .mapToObj(
                                    _ ->
                                            new PointsLedger.Award(
                                                    call(), ada.award(1, null, null, false, null)))
                            .toList();
            assertThat(ledger.awardAll(awards)).allMatch(result -> rejections(result).isEmpty());
        }
        var spent = ada.spend(1_249);
        assertThat(testLedger.movesOf(spent.id())).hasSize(1_249).startsWith("CONSUMED 1 of 1");
        assertThat(ada.lots()).hasSize(101).startsWith("1 of 1250");
    }

    @Autowired PointsLedger ledger;

    @Test
    void drawsFromTheSoonestExpiryRightAfterAnExpiredHold() {
        var now = clock.now();
        clock.stopAt(now);
        ada.earn(100, now.plusDays(20));
        ada.hold(100, now.plusHours(1));
        ada.earn(100, now.plusDays(10));
        clock.pass(Duration.ofHours(2));
        assertThat(testLedger.movesOf(ada.spend(50).id())).containsExactly("CONSUMED 50 of 3");
    }

    @Test
    void drawsANegativeAdjustmentFromLotsLikeARedemption() {
        ada.earn(30);
        ada.earn(20, clock.now().plusDays(1));
        var taken = succeeded(ada.tryAdjust(-25));
        assertThat(testLedger.movesOf(taken.id()))
                .containsExactly("CONSUMED 20 of 2", "CONSUMED 5 of 1");
        assertThat(taken.credit()).isEqualTo("ADJUSTED");
        assertThat(ada.balance()).isEqualTo(25);
    }

    @Test
    void opensALotForAPositiveAdjustment() {
        var added = succeeded(ada.tryAdjust(25));
        assertThat(added.debit()).isEqualTo("ADJUSTED");
        assertThat(testLedger.movesOf(ada.spend(25).id())).containsExactly("CONSUMED 25 of 1");
        assertThat(ada.wallet().lifetimeEarned()).isZero();
    }

    @Test
    void rejectsAnAdjustmentBelowZeroAndOfZero() {
        ada.earn(10);
        assertThat(rejections(ada.tryAdjust(-11))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryAdjust(0))).containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryAdjust(Long.MIN_VALUE))).containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryAdjust(1_000_000_001))).containsExactly("INVALID_INPUT");
        assertThat(ada.kinds()).containsExactly("EARNED");
    }

    @Test
    void leavesTheWalletUnchangedAfterARejection() {
        var before = ada.wallet();
        assertThat(rejections(ada.trySpend(1))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryHold(1, null))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(ada.wallet()).isEqualTo(before);
    }

    @Test
    void drawsEachLotOnceUnderConcurrency() throws Exception {
        for (var i = 1; i <= 10; i++) {
            ada.earn(10, clock.now().plusDays(i));
        }
        var results = race(copies(40, () -> ada.trySpend(7)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(14);
        assertThat(ada.lots()).containsExactly("2 of 10");
    }
}
