package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.currency.SetCurrency;
import dev.grapevine.graph.ledger.statement.Statements;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

@GraphTest
class ExpiryIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Statements statements;
    @Autowired LedgerInvariants invariants;

    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-20T12:00:00Z");

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void createWallet() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        clock.stopAt(NOON);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void expiresTheRemainderOfALotAtItsTime() {
        ada.earn(100, NOON.plusDays(1));
        ada.earn(50);
        ada.spend(30);
        clock.stopAt(NOON.plusDays(1).minusNanos(1_000_000));
        assertThat(ada.balance()).isEqualTo(120);
        clock.stopAt(NOON.plusDays(1));
        assertThat(ada.balance()).isEqualTo(50);
        var expired = ada.entries().getLast();
        assertThat(expired.kind()).isEqualTo("EXPIRED");
        assertThat(expired.amount()).isEqualTo(70);
        assertThat(expired.credit()).isEqualTo("EXPIRED");
        assertThat(testLedger.movesOf(expired.id())).containsExactly("CONSUMED 70 of 1");
    }

    @Test
    void booksTheExpiryAtItsTimeAndNotAtTheTimeOfWriting() {
        ada.earn(100, NOON.plusDays(1));
        clock.pass(Duration.ofDays(9));
        ada.wallet();
        var expired = ada.entries().getLast();
        assertThat(expired.bookedAt()).isEqualTo(NOON.plusDays(1));
        assertThat(expired.recordedAt()).isEqualTo(NOON.plusDays(9));
        var id = ada.wallet().id();
        assertThat(statements.balancesAt(List.of(id), NOON.plusHours(23), EntryTime.EFFECTIVE))
                .containsEntry(id, 100L);
        assertThat(statements.balancesAt(List.of(id), NOON.plusDays(1), EntryTime.EFFECTIVE))
                .containsEntry(id, 0L);
    }

    @Test
    void rejectsTheRedemptionOfExpiredPointsBeforeAnyRead() {
        ada.earn(100, NOON.plusDays(1));
        clock.pass(Duration.ofDays(2));
        assertThat(ada.trySpend(1)).isEqualTo(Result.rejectedFinally(new InsufficientPoints(0, 1)));
        assertThat(ada.kinds()).containsExactly("EARNED", "EXPIRED");
    }

    @Test
    void expiresOnceUnderConcurrency() throws Exception {
        ada.earn(100, NOON.plusDays(1));
        ada.earn(11, NOON.plusDays(2));
        var id = ada.wallet().id();
        clock.pass(Duration.ofDays(3));
        race(
                copies(
                        16,
                        () -> {
                            ledger.processDueEvents(List.of(id));
                            return ada.balance();
                        }));
        ledger.processDueEvents(List.of(id));
        assertThat(ada.kinds()).containsExactly("EARNED", "EARNED", "EXPIRED", "EXPIRED");
        assertThat(ada.balance()).isZero();
    }

    @Test
    void expiresLotsInTheOrderOfTheirTimes() {
        ada.earn(2, NOON.plusDays(2));
        ada.earn(1, NOON.plusDays(1));
        ada.earn(3, NOON.plusDays(2));
        clock.pass(Duration.ofDays(5));
        ada.wallet();
        assertThat(ada.entries().stream().skip(3).map(PointsEntry::amount)).containsExactly(1L, 5L);
    }

    @Test
    void expiresAfterWholeDays() {
        var rolling = rolling(10);
        rolling.earn(5);
        clock.stopAt(OffsetDateTime.parse("2026-05-30T23:59:59.999Z"));
        assertThat(rolling.balance()).isEqualTo(5);
        clock.stopAt(OffsetDateTime.parse("2026-05-31T00:00:00Z"));
        assertThat(rolling.balance()).isZero();
    }

    private TestWallet rolling(int days) {
        testLedger.setCurrency(brand, "rolling", Currency.Expiry.ROLLING, days);
        return testLedger.wallet(ada.customer(), "rolling");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-06-01T00:00:00Z",
        "QUARTER, 2026-07-01T00:00:00Z",
        "YEAR, 2027-01-01T00:00:00Z"
    })
    void expiresAtTheEndOfThePeriod(Currency.Period period, OffsetDateTime end) {
        testLedger.setCurrency(
                brand,
                new SetCurrency(
                        "status",
                        "Status",
                        Currency.Expiry.PERIOD_END,
                        null,
                        period,
                        false,
                        null,
                        Currency.NegativeBalancePolicy.DEBT));
        var status = testLedger.wallet(ada.customer(), "status");
        status.earn(5);
        clock.stopAt(end.minusSeconds(1));
        assertThat(status.balance()).isEqualTo(5);
        clock.stopAt(end);
        assertThat(status.balance()).isZero();
    }

    @Test
    void keepsTheExpiryOfALotWhenTheRulesChange() {
        var rolling = rolling(10);
        rolling.earn(5);
        testLedger.setCurrency(brand, "rolling", Currency.Expiry.ROLLING, 20);
        rolling.earn(7);
        clock.pass(Duration.ofDays(11));
        assertThat(rolling.balance()).isEqualTo(7);
        clock.pass(Duration.ofDays(10));
        assertThat(rolling.balance()).isZero();
    }

    @Test
    void returnsTheExpiringPointsByTime() {
        ada.earn(20, NOON.plusDays(3));
        ada.earn(10, NOON.plusDays(1));
        ada.earn(5, NOON.plusDays(3));
        ada.earn(100);
        ada.spend(4);
        var id = ada.wallet().id();
        assertThat(wallets.expiring(List.of(id), NOON.plusDays(30)).get(id))
                .containsExactly(
                        new Wallets.Expiring(NOON.plusDays(1), 6),
                        new Wallets.Expiring(NOON.plusDays(3), 25));
        assertThat(wallets.expiring(List.of(id), NOON.plusDays(2)).get(id)).hasSize(1);
        assertThat(wallets.expiring(List.of(id), NOON.plusHours(1)).get(id)).isEmpty();
    }

    @Test
    void protectsHeldPointsFromExpiryWhileTheHoldLasts() {
        ada.earn(100, NOON.plusDays(1));
        var hold = ada.hold(60, NOON.plusDays(5));
        clock.stopAt(NOON.plusDays(3));
        assertThat(ada.sums()).containsExactly(0L, 0L, 60L, 0L);
        succeeded(ada.tryCapture(hold, 50L));
        assertThat(ada.sums()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(ada.entries().stream().skip(2).map(entry -> entry.kind() + entry.amount()))
                .containsExactly("EXPIRED40", "CAPTURED50", "RELEASED10", "EXPIRED10");
    }

    @Test
    void expiresPointsRestoredByAnExpiredHold() {
        ada.earn(100, NOON.plusDays(10));
        ada.hold(100, NOON.plusDays(1));
        clock.stopAt(NOON.plusDays(2));
        assertThat(ada.balance()).isEqualTo(100);
        clock.stopAt(NOON.plusDays(11));
        assertThat(ada.balance()).isZero();
    }
}
