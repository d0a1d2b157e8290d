package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
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
import java.util.List;
import java.util.stream.IntStream;

/** Tests of currencies whose points expire when the customer is inactive. */
@GraphTest
class InactivityIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired LedgerInvariants invariants;

    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-20T12:00:00Z");

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "miles", Currency.Expiry.INACTIVITY, 10);
        ada = testLedger.wallet(brand, "ada", "miles");
        clock.stopAt(NOON);
        ada.earn(100);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void expiresAllPointsTogether() {
        ada.earn(50);
        clock.stopAt(OffsetDateTime.parse("2026-05-30T23:59:59Z"));
        assertThat(ada.balance()).isEqualTo(150);
        clock.stopAt(OffsetDateTime.parse("2026-05-31T00:00:00Z"));
        assertThat(ada.balance()).isZero();
        assertThat(ada.kinds()).containsExactly("EARNED", "EARNED", "EXPIRED");
    }

    @Test
    void postponesTheExpiryWithEachActivity() {
        for (var i = 0; i < 5; i++) {
            clock.pass(Duration.ofDays(9));
            ada.spend(10);
        }
        assertThat(ada.balance()).isEqualTo(50);
        clock.pass(Duration.ofDays(11));
        assertThat(ada.balance()).isZero();
    }

    @Test
    void doesNotPostponeTheExpiryForAnAdjustment() {
        clock.pass(Duration.ofDays(9));
        succeeded(ada.tryAdjust(10));
        clock.pass(Duration.ofDays(2));
        assertThat(ada.balance()).isZero();
    }

    @Test
    void startsANewPeriodForACreditAfterTheExpiry() {
        clock.pass(Duration.ofDays(20));
        assertThat(ada.balance()).isZero();
        succeeded(ada.tryAdjust(10));
        clock.pass(Duration.ofDays(9));
        assertThat(ada.balance()).isEqualTo(10);
        clock.pass(Duration.ofDays(2));
        assertThat(ada.balance()).isZero();
    }

    @Test
    void returnsAllPointsAsExpiringAtThatTime() {
        var id = ada.wallet().id();
        var midnight = OffsetDateTime.parse("2026-05-31T00:00:00Z");
        ada.earn(7, NOON.plusDays(1));
        assertThat(wallets.expiring(List.of(id), NOON.plusDays(30)).get(id))
                .containsExactly(
                        new Wallets.Expiring(NOON.plusDays(1), 7),
                        new Wallets.Expiring(midnight, 100));
    }

    @Test
    void expiresForInactivityOnceUnderConcurrency() throws Exception {
        var id = ada.wallet().id();
        clock.pass(Duration.ofDays(20));
        race(
                copies(
                        16,
                        () -> {
                            ledger.processDueEvents(List.of(id));
                            return ada.balance();
                        }));
        assertThat(ada.kinds()).containsExactly("EARNED", "EXPIRED");
    }

    @Test
    void expiresMoreLotsThanOneTransactionWrites() {
        for (var i = 0; i < 5; i++) {
            var awards =
                    IntStream.range(0, 450)
                            .mapToObj(
                                    _ ->
                                            new PointsLedger.Award(
                                                    call(), ada.award(1, null, null, false, null)))
                            .toList();
            assertThat(ledger.awardAll(awards)).allMatch(result -> rejections(result).isEmpty());
        }
        clock.pass(Duration.ofDays(20));
        assertThat(ada.balance()).isZero();
        assertThat(ada.wallet().inactiveExpiresAt()).isNull();
    }

    @Test
    void startsANewPeriodAfterTheExpiry() {
        clock.pass(Duration.ofDays(20));
        ada.earn(5);
        assertThat(ada.balance()).isEqualTo(5);
        clock.pass(Duration.ofDays(20));
        assertThat(ada.balance()).isZero();
    }
}
