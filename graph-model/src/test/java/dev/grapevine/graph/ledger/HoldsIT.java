package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ReleaseHold;
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
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class HoldsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired Wallets wallets;
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
    void setsPointsAside() {
        ada.earn(100);
        var entry = succeeded(ada.tryHold(40, null));
        var hold = ada.hold(entry);
        assertThat(ada.sums()).containsExactly(60L, 0L, 40L, 0L);
        assertThat(hold.state()).isEqualTo("HELD");
        assertThat(hold.expiresAt()).isEqualTo(now.plusMinutes(15));
        assertThat(testLedger.movesOf(entry.id())).containsExactly("HELD 40 of 1");
        assertThat(openHolds()).containsExactly(hold);
    }

    private List<Hold> openHolds() {
        var id = ada.wallet().id();
        return wallets.openHolds(List.of(id), PageRequest.first(10)).get(id).items();
    }

    @Test
    void rejectsTheRedemptionOfHeldPoints() {
        ada.earn(100);
        ada.hold(40, null);
        assertThat(rejections(ada.trySpend(61))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryHold(61, null))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(rejections(ada.tryAdjust(-61))).containsExactly("INSUFFICIENT_POINTS");
        ada.spend(60);
        assertThat(ada.sums()).containsExactly(0L, 0L, 40L, 0L);
    }

    @Test
    void capturesAllAndRecordsTheLots() {
        ada.earn(30);
        ada.earn(30);
        var hold = ada.hold(40, null);
        var captured = succeeded(ada.tryCapture(hold, null));
        assertThat(captured.credit()).isEqualTo("REDEEMED");
        assertThat(testLedger.movesOf(captured.id()))
                .containsExactly("CONSUMED 30 of 1", "CONSUMED 10 of 2");
        assertThat(ada.sums()).containsExactly(20L, 0L, 0L, 0L);
        assertThat(ada.hold(captured).state()).isEqualTo("CAPTURED");
        assertThat(openHolds()).isEmpty();
    }

    @Test
    void capturesAPartAndReleasesTheRestIntoTheSameLots() {
        ada.earn(30, now.plusDays(1));
        ada.earn(30, now.plusDays(2));
        var hold = ada.hold(50, null);
        var captured = succeeded(ada.tryCapture(hold, 20L));
        assertThat(testLedger.movesOf(captured.id())).containsExactly("CONSUMED 20 of 1");
        assertThat(ada.kinds()).containsExactly("EARNED", "EARNED", "HELD", "CAPTURED", "RELEASED");
        assertThat(ada.lots()).containsExactly("10 of 1", "30 of 2");
        assertThat(ada.hold(captured).captured()).isEqualTo(20);
        assertThat(ada.sums()).containsExactly(40L, 0L, 0L, 0L);
    }

    @Test
    void releasesIntoTheSameLots() {
        ada.earn(30, now.plusDays(1));
        ada.earn(30, now.plusDays(2));
        var hold = ada.hold(50, null);
        var released = succeeded(ada.tryRelease(hold));
        assertThat(testLedger.movesOf(released.id()))
                .containsExactly("RESTORED 30 of 1", "RESTORED 20 of 2");
        assertThat(ada.lots()).containsExactly("30 of 1", "30 of 2");
        assertThat(ada.hold(released).state()).isEqualTo("RELEASED");
    }

    @Test
    void expiresAutomaticallyIntoTheSameLots() {
        ada.earn(30, now.plusDays(1));
        ada.earn(30, now.plusDays(2));
        var hold = ada.hold(50, now.plusHours(1));
        clock.pass(Duration.ofMinutes(59));
        assertThat(ada.balance()).isEqualTo(10);
        clock.pass(Duration.ofMinutes(1));
        assertThat(ada.sums()).containsExactly(60L, 0L, 0L, 0L);
        assertThat(ada.lots()).containsExactly("30 of 1", "30 of 2");
        assertThat(ada.hold(hold.id()).state()).isEqualTo("EXPIRED");
        assertThat(ada.entries().getLast().bookedAt()).isEqualTo(now.plusHours(1));
    }

    @Test
    void rejectsACaptureAfterTheExpiry() {
        ada.earn(30);
        var hold = ada.hold(10, now.plusHours(1));
        clock.pass(Duration.ofHours(1));
        assertThat(rejections(ada.tryCapture(hold, null))).containsExactly("HOLD_EXPIRED");
        assertThat(rejections(ada.tryRelease(hold))).containsExactly("HOLD_EXPIRED");
        assertThat(ada.sums()).containsExactly(30L, 0L, 0L, 0L);
    }

    @Test
    void rejectsAClosedHold() {
        ada.earn(30);
        var captured = ada.hold(10, null);
        var released = ada.hold(10, null);
        succeeded(ada.tryCapture(captured, 5L));
        succeeded(ada.tryRelease(released));
        for (var hold : List.of(captured, released)) {
            assertThat(rejections(ada.tryCapture(hold, 1L))).containsExactly("HOLD_CLOSED");
            assertThat(rejections(ada.tryRelease(hold))).containsExactly("HOLD_CLOSED");
        }
        assertThat(ada.sums()).containsExactly(25L, 0L, 0L, 0L);
    }

    @Test
    void rejectsACaptureOfMoreThanTheHoldOrOfNothing() {
        ada.earn(30);
        var hold = ada.hold(10, null);
        assertThat(rejections(ada.tryCapture(hold, 11L))).containsExactly("CAPTURE_TOO_LARGE");
        assertThat(rejections(ada.tryCapture(hold, 0L))).containsExactly("INVALID_INPUT");
        assertThat(rejections(ada.tryCapture(hold, -1L))).containsExactly("INVALID_INPUT");
        assertThat(ada.sums()).containsExactly(20L, 0L, 10L, 0L);
    }

    @Test
    void rejectsExpiriesInThePastOrTooFarInTheFuture() {
        ada.earn(30);
        for (var time :
                List.of(
                        now,
                        now.minusSeconds(1),
                        now.plusDays(30).plusSeconds(1),
                        now.plusYears(300))) {
            assertThat(rejections(ada.tryHold(1, time))).containsExactly("INVALID_INPUT");
        }
        ada.hold(1, now.plusDays(30));
        assertThat(ada.kinds()).containsExactly("EARNED", "HELD");
    }

    @Test
    void hidesHoldsOfOtherBrands() {
        ada.earn(30);
        var hold = ada.hold(10, null);
        var stranger = callOf(testBrand.newBrand());
        assertThat(rejections(ledger.capture(stranger, new CaptureHold(hold.id(), null))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(rejections(ledger.release(stranger, new ReleaseHold(hold.id()))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(rejections(ledger.release(stranger, new ReleaseHold("hld_nobody"))))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(wallets.holdsByIds(stranger.caller(), List.of(hold.id()))).isEmpty();
        assertThat(ada.sums()).containsExactly(20L, 0L, 10L, 0L);
    }

    @Autowired PointsLedger ledger;

    @Test
    void isCapturedOrReleasedOnceUnderConcurrency() throws Exception {
        ada.earn(100);
        var hold = ada.hold(60, null);
        var results =
                race(
                        IntStream.range(0, 20)
                                .<Callable<Result<PointsEntry>>>mapToObj(
                                        i ->
                                                () ->
                                                        i % 2 == 0
                                                                ? ada.tryCapture(hold, 20L)
                                                                : ada.tryRelease(hold))
                                .toList());
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(ada.wallet().held()).isZero();
        assertThat(ada.balance()).isIn(80L, 100L);
    }
}
