package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.currency.Currency;
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

/** Tests of the reversal of redemptions and captures. */
@GraphTest
class RefundsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    OffsetDateTime now;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "rolling", Currency.Expiry.ROLLING, 30);
        ada = testLedger.wallet(brand, "ada", "rolling");
        now = OffsetDateTime.parse("2026-05-20T12:00:00Z");
        clock.stopAt(now);
        ada.earn(30, now.plusDays(5));
        ada.earn(100);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void restoresTheSameLots() {
        var refund = ada.reverse(ada.spend(50));
        assertThat(refund.debit()).isEqualTo("REDEEMED");
        assertThat(testLedger.movesOf(refund.id()))
                .containsExactly("RESTORED 30 of 1", "RESTORED 20 of 2");
        assertThat(ada.lots()).containsExactly("30 of 1", "100 of 2");
    }

    @Test
    void restoresTheLatestExpiryFirstInAPartialRefund() {
        var refund = succeeded(ada.tryReverse(ada.spend(50), 25L));
        assertThat(testLedger.movesOf(refund.id()))
                .containsExactly("RESTORED 5 of 1", "RESTORED 20 of 2");
        assertThat(ada.balance()).isEqualTo(105);
    }

    @Test
    void refundsACapture() {
        var captured = succeeded(ada.tryCapture(ada.hold(50, null), 40L));
        var refund = ada.reverse(captured);
        assertThat(testLedger.movesOf(refund.id()))
                .containsExactly("RESTORED 30 of 1", "RESTORED 10 of 2");
        assertThat(ada.sums()).containsExactly(130L, 0L, 0L, 0L);
    }

    @Test
    void expiresRestoredPointsWhoseExpiryHasPassed() {
        var spent = ada.spend(50);
        clock.pass(Duration.ofDays(6));
        ada.reverse(spent);
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(ada.kinds())
                .containsExactly("EARNED", "EARNED", "REDEEMED", "REVERSED", "EXPIRED");
    }

    @Test
    void expiresPointsRestoredToAnEmptyLot() {
        ada.earn(1, now.plusDays(1));
        ada.spend(1);
        var spent = ada.spend(30);
        ada.earn(7, now.plusDays(2));
        clock.stopAt(now.plusDays(3));
        assertThat(ada.balance()).isEqualTo(100);
        ada.reverse(spent);
        assertThat(ada.balance()).isEqualTo(130);
        clock.stopAt(now.plusDays(6));
        assertThat(ada.balance()).isEqualTo(100);
    }

    @Test
    void reissuesPointsAsANewLot() {
        var spent = ada.spend(50);
        clock.pass(Duration.ofDays(20));
        var refund = succeeded(ada.tryReverse(spent, 40L, ReverseEntry.RefundPolicy.REISSUE));
        assertThat(testLedger.movesOf(refund.id())).isEmpty();
        assertThat(ada.lots()).containsExactly("80 of 2", "40 of 4");
        clock.pass(Duration.ofDays(20));
        assertThat(ada.balance()).isEqualTo(40);
        clock.pass(Duration.ofDays(20));
        assertThat(ada.balance()).isZero();
    }

    @Test
    void paysDebtFromTheRefund() {
        var spent = ada.spend(130);
        var earned = ada.earn(60);
        ada.spend(60);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 60L);
        ada.reverse(spent);
        assertThat(ada.sums()).containsExactly(70L, 0L, 0L, 0L);
    }

    @Test
    void paysNoDebtFromRestoredPointsThatHaveExpired() {
        var first = ada.spend(30);
        var earned = ada.earn(60);
        ada.spend(160);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 60L);
        clock.pass(Duration.ofDays(6));
        ada.reverse(first);
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 60L);
    }

    @Test
    void refundsOnceInTwentyConcurrentCalls() throws Exception {
        var spent = ada.spend(130);
        var results = race(copies(20, () -> ada.tryReverse(spent, 100L)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(ada.balance()).isEqualTo(100);
    }

    @Test
    void rejectsARefundAboveTheAmount() {
        var spent = ada.spend(50);
        assertThat(rejections(ada.tryReverse(spent, 51L))).containsExactly("REVERSAL_TOO_LARGE");
        assertThat(ada.balance()).isEqualTo(80);
    }
}
