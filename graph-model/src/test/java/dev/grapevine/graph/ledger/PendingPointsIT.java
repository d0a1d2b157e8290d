package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

@GraphTest
class PendingPointsIT {

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
    void rejectsTheRedemptionOfPendingPoints() {
        ada.earn(10);
        var pending = ada.earnPending(100, now.plusDays(1));
        assertThat(pending.credit()).isEqualTo(ada.wallet().id() + ":pending");
        assertThat(pending.balanceAfter()).isEqualTo(10);
        assertThat(ada.sums()).containsExactly(10L, 100L, 0L, 0L);
        assertThat(rejections(ada.trySpend(11))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryHold(11, null))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryAdjust(-11))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(ada.wallet().lifetimeEarned()).isEqualTo(110);
    }

    @Test
    void unlocksAutomaticallyAtItsTime() {
        var pending = ada.earnPending(100, now.plusDays(1));
        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(ada.sums()).containsExactly(0L, 100L, 0L, 0L);
        clock.pass(Duration.ofMillis(1));
        assertThat(ada.sums()).containsExactly(100L, 0L, 0L, 0L);
        var matured = ada.entries().getLast();
        assertThat(matured.kind()).isEqualTo("UNLOCKED");
        assertThat(matured.causedBy()).isEqualTo(pending.id());
        assertThat(testLedger.movesOf(ada.spend(70).id())).containsExactly("CONSUMED 70 of 1");
    }

    @Test
    void unlocksForARedemptionBeforeAnyRead() {
        ada.earnPending(100, now.plusDays(1));
        clock.pass(Duration.ofDays(2));
        ada.spend(100);
        assertThat(ada.kinds()).containsExactly("EARNED", "UNLOCKED", "REDEEMED");
    }

    @Test
    void awaitsConfirmation() {
        var pending = ada.earnPending(100, null);
        clock.pass(Duration.ofDays(3_000));
        assertThat(ada.sums()).containsExactly(0L, 100L, 0L, 0L);
        succeeded(ada.tryConfirm(pending));
        assertThat(ada.sums()).containsExactly(100L, 0L, 0L, 0L);
    }

    @Test
    void isConfirmedBeforeItsTime() {
        var pending = ada.earnPending(100, now.plusDays(1));
        succeeded(ada.tryConfirm(pending));
        assertThat(ada.balance()).isEqualTo(100);
        clock.pass(Duration.ofDays(2));
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(ada.kinds()).containsExactly("EARNED", "UNLOCKED");
    }

    @Test
    void rejectsTheConfirmationOfPointsThatAreNotPending() {
        var available = ada.earn(10);
        var matured = ada.earnPending(10, now.plusDays(1));
        var confirmed = ada.earnPending(10, null);
        var reversed = ada.earnPending(10, null);
        succeeded(ada.tryConfirm(confirmed));
        ada.reverse(reversed);
        clock.pass(Duration.ofDays(1));
        for (var entry : List.of(available, matured, confirmed, reversed)) {
            assertThat(rejections(ada.tryConfirm(entry))).containsExactly("NOT_PENDING");
        }
        assertThat(ada.sums()).containsExactly(30L, 0L, 0L, 0L);
    }

    @Test
    void hidesEntriesOfOtherBrands() {
        var pending = ada.earnPending(10, null);
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(ledger.confirm(stranger, new ConfirmPoints(pending.id()))))
                .containsExactly("ENTRY_NOT_FOUND");
        assertThat(rejections(ledger.confirm(stranger, new ConfirmPoints("pte_nobody"))))
                .containsExactly("ENTRY_NOT_FOUND");
    }

    @Test
    void isConfirmedOnceUnderConcurrency() throws Exception {
        var pending = ada.earnPending(10, null);
        var results = race(copies(20, () -> ada.tryConfirm(pending)));
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(ada.sums()).containsExactly(10L, 0L, 0L, 0L);
    }

    @Test
    void countsTheExpiryFromTheUnlocking() {
        testLedger.setCurrency(brand, "rolling", Currency.Expiry.ROLLING, 5);
        var rolling = testLedger.wallet(ada.customer(), "rolling");
        rolling.earnPending(10, now.plusDays(10));
        clock.pass(Duration.ofDays(14));
        assertThat(rolling.balance()).isEqualTo(10);
        clock.pass(Duration.ofDays(2));
        assertThat(rolling.balance()).isZero();
    }

    @Test
    void rejectsAnExpiryBeforeTheUnlocking() {
        var then = now.plusDays(2);
        for (var command :
                List.of(
                        ada.award(10, null, then, false, then),
                        ada.award(10, null, then, false, now.plusDays(1)),
                        ada.award(10, null, null, false, now),
                        ada.award(10, null, null, true, now.minusDays(1)))) {
            assertThat(rejections(ada.tryEarn(command))).containsExactly("INVALID_INPUT");
        }
        assertThat(ada.entries()).isEmpty();
    }

    @Test
    void isAvailableAtOnceIfItsTimeHasPassed() {
        succeeded(ada.tryEarn(ada.award(10, null, now.minusDays(1), true, null)));
        assertThat(ada.sums()).containsExactly(10L, 0L, 0L, 0L);
    }

    @Test
    void expiresIfConfirmedAfterItsExpiry() {
        var pending = succeeded(ada.tryEarn(ada.award(10, null, null, true, now.plusDays(1))));
        clock.pass(Duration.ofDays(2));
        succeeded(ada.tryConfirm(pending));
        assertThat(rejections(ada.trySpend(1))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(ada.kinds()).containsExactly("EARNED", "UNLOCKED", "EXPIRED");
    }

    @Test
    void paysDebtWhenUnlocked() {
        var earned = ada.earn(30);
        ada.earnPending(50, now.plusDays(1));
        ada.spend(30);
        ada.reverse(earned);
        assertThat(ada.sums()).containsExactly(0L, 50L, 0L, 30L);
        clock.pass(Duration.ofDays(1));
        assertThat(ada.sums()).containsExactly(20L, 0L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z"})
    void rejectsTimesOutOfBounds(OffsetDateTime time) {
        assertThat(rejections(ada.tryEarn(ada.award(1, null, time, false, null))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryEarn(ada.award(1, null, null, false, time))))
                .containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryHold(1, time))).containsExactly("INVALID_INPUT");
        assertThat(ada.entries()).isEmpty();
    }
}
