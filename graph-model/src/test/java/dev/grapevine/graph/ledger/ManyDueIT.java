package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.session.LedgerLoader;
import dev.grapevine.graph.ledger.statement.Statement;
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
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** Tests of wallets with more due events than one transaction writes ({@code MAX_DUE}). */
@GraphTest
class ManyDueIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-20T12:00:00Z");
    private static final OffsetDateTime FIRST = NOON.plusDays(1);
    private static final OffsetDateTime SECOND = NOON.plusDays(2);

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired PointsLedger ledger;
    @Autowired Wallets wallets;
    @Autowired Statements statements;
    @Autowired MovableClock clock;
    @Autowired LedgerInvariants invariants;
    @Autowired LedgerExecutor executor;

    Brand brand;

    @BeforeEach
    void begin() {
        brand = testBrand.newBrand();
        clock.stopAt(NOON);
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    private void earn(
            TestWallet testWallet, int lots, OffsetDateTime availableAt, OffsetDateTime expiresAt) {
        for (var left = lots; left > 0; left -= PointsLedger.MAX_BATCH) {
            var batch =
                    IntStream.range(0, Math.min(left, PointsLedger.MAX_BATCH))
                            .mapToObj(_ -> testWallet.award(1, null, availableAt, false, expiresAt))
                            .map(award -> new PointsLedger.Award(callOf(brand), award))
                            .toList();
            assertThat(ledger.awardAll(batch)).allMatch(one -> rejections(one).isEmpty());
        }
    }

    private Statement at(TestWallet testWallet, OffsetDateTime moment) {
        var id = testWallet.wallet().id();
        var period = new Statement.Period(moment, moment.plusNanos(1_000_000));
        return statements.statements(List.of(id), period, EntryTime.BOOKED).get(id);
    }

    @Test
    void expireEachAtItsTime() {
        var ada = testLedger.wallet(brand, "ada");
        earn(ada, 1_500, null, FIRST);
        earn(ada, 900, null, SECOND);
        earn(ada, 100, null, null);
        clock.stopAt(SECOND.plusHours(1));
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(at(ada, FIRST).totalDebited()).isEqualTo(1_500);
        assertThat(at(ada, FIRST).closingBalance()).isEqualTo(1_000);
        assertThat(at(ada, SECOND).totalDebited()).isEqualTo(900);
        assertThat(at(ada, SECOND).closingBalance()).isEqualTo(100);
    }

    @Test
    void areWrittenBeforeLaterCommandsUnderConcurrency() throws Exception {
        var ada = testLedger.wallet(brand, "ada");
        earn(ada, LedgerLoader.MAX_DUE + 300, null, FIRST);
        earn(ada, 100, null, null);
        clock.stopAt(SECOND);
        var results = race(copies(8, () -> ada.trySpend(10)));
        assertThat(results).allMatch(result -> rejections(result).isEmpty());
        assertThat(ada.balance()).isEqualTo(20);
        assertThat(rejections(ada.trySpend(21))).containsExactly("INSUFFICIENT_POINTS");
        assertThat(at(ada, FIRST).totalDebited()).isEqualTo(LedgerLoader.MAX_DUE + 300L);
    }

    @Test
    void areWrittenWalletByWalletIfTwoWalletsTogetherHaveTooMany() {
        testLedger.setCurrency(brand, "gifts");
        var ada = testLedger.wallet(brand, "ada", "gifts");
        var grace = testLedger.wallet(brand, "grace", "gifts");
        for (var testWallet : List.of(ada, grace)) {
            earn(testWallet, 1_100, null, FIRST);
            earn(testWallet, 10, null, null);
        }
        clock.stopAt(SECOND);
        succeeded(ada.tryTransfer(grace, 4));
        assertThat(List.of(ada.balance(), grace.balance())).containsExactly(6L, 14L);
    }

    @Test
    void unlockAllAndExpireThoseWhoseExpiryHasPassed() {
        var ada = testLedger.wallet(brand, "ada");
        earn(ada, 1_200, FIRST, SECOND);
        earn(ada, 1_000, FIRST, null);
        clock.stopAt(SECOND.plusHours(1));
        assertThat(ada.sums()).containsExactly(1_000L, 0L, 0L, 0L);
        assertThat(at(ada, FIRST).totalCredited()).isEqualTo(2_200);
        assertThat(at(ada, SECOND).totalDebited()).isEqualTo(1_200);
    }

    @Test
    void expireAllForInactivityExceptLaterUnlockedLots() {
        testLedger.setCurrency(brand, "fleeting", Currency.Expiry.INACTIVITY, 10);
        var ada = testLedger.wallet(brand, "ada", "fleeting");
        earn(ada, LedgerLoader.MAX_DUE + 300, null, null);
        var inactiveExpiresAt = ada.wallet().inactiveExpiresAt();
        var later = inactiveExpiresAt.plusDays(1);
        earn(ada, 50, later, null);
        clock.stopAt(later.plusHours(1));
        assertThat(ada.sums()).containsExactly(50L, 0L, 0L, 0L);
        assertThat(at(ada, inactiveExpiresAt).totalDebited())
                .isEqualTo(LedgerLoader.MAX_DUE + 300L);
        assertThat(at(ada, inactiveExpiresAt).closingBalance()).isZero();
        assertThat(ada.wallet().inactiveExpiresAt()).isAfter(later.plusDays(9));
    }

    @Test
    void areIdempotent() {
        var ada = testLedger.wallet(brand, "ada");
        earn(ada, LedgerLoader.MAX_DUE + 1, null, FIRST);
        clock.stopAt(SECOND);
        var wallet = ada.wallet();
        assertThat(wallet.balance()).isZero();
        executor.processDueEvents(List.of(wallet.walletKey(), wallet.walletKey()));
        assertThat(ada.wallet()).isEqualTo(wallet);
    }
}
