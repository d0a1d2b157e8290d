package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.ledger.EntryTime.BOOKED;
import static dev.grapevine.graph.ledger.EntryTime.EFFECTIVE;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.ledger.audit.LedgerAudit;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.ledger.statement.Statement;
import dev.grapevine.graph.ledger.statement.Statements;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries take effect when what caused them happened, and are booked when they are recorded. */
@GraphTest
class EntryTimesIT {

    private static final OffsetDateTime TODAY = OffsetDateTime.parse("2026-05-20T12:00:00Z");

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired Statements statements;
    @Autowired LedgerAudit audit;
    @Autowired LedgerInvariants invariants;

    Brand brand;
    TestWallet ada;
    String id;

    @BeforeEach
    void openWallet() {
        clock.stopAt(TODAY);
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        id = ada.wallet().id();
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
        assertThat(audit.verify(brand.id(), _ -> {}).problem()).isNull();
    }

    private static OffsetDateTime year(int year) {
        return OffsetDateTime.parse(year + "-06-01T12:00:00Z");
    }

    private PointsEntry earn(long amount, @Nullable OffsetDateTime occurredAt) {
        return succeeded(
                ada.tryEarn(new AwardPoints(ada.customer().id(), amount, "Past", occurredAt)));
    }

    private void spend(long amount, OffsetDateTime occurredAt) {
        succeeded(ada.trySpend(new RedeemPoints(ada.customer().id(), amount, "Past", occurredAt)));
    }

    private long balanceAt(OffsetDateTime at, EntryTime by) {
        return statements.balancesAt(List.of(id), at, by).get(id);
    }

    private Statement statement(int year, EntryTime by) {
        var period = new Statement.Period(year(year).withMonth(1), year(year + 1).withMonth(1));
        return statements.statements(List.of(id), period, by).get(id);
    }

    @Test
    void aPastThatIsRecordedTodayReadsAsThePast() {
        earn(100, year(2011));
        spend(30, year(2013));
        earn(50, year(2015));
        assertThat(balanceAt(year(2012), EFFECTIVE)).isEqualTo(100);
        assertThat(balanceAt(year(2014), EFFECTIVE)).isEqualTo(70);
        assertThat(balanceAt(TODAY, EFFECTIVE)).isEqualTo(120);
        assertThat(balanceAt(year(2014), BOOKED)).isZero();
        assertThat(balanceAt(TODAY, BOOKED)).isEqualTo(120);
        assertThat(statement(2013, EFFECTIVE).openingBalance()).isEqualTo(100);
        assertThat(statement(2013, EFFECTIVE).totalDebited()).isEqualTo(30);
        assertThat(statement(2013, EFFECTIVE).late()).isEqualTo(new Statement.Late(1, 0, 30));
    }

    @Test
    void aBookingOfAClosedPeriodIsShownAsLate() {
        earn(100, null);
        clock.pass(Duration.ofDays(400));
        assertThat(statement(2026, EFFECTIVE).late()).isEqualTo(new Statement.Late(0, 0, 0));
        earn(7, TODAY.plusDays(1));
        assertThat(statement(2026, EFFECTIVE).closingBalance()).isEqualTo(107);
        assertThat(statement(2026, EFFECTIVE).late()).isEqualTo(new Statement.Late(1, 7, 0));
        assertThat(statement(2026, BOOKED).closingBalance()).isEqualTo(100);
        assertThat(statement(2027, BOOKED).late()).isEqualTo(new Statement.Late(1, 7, 0));
    }

    @Test
    void entriesOutOfOrderCountFromTheirEffectiveTime() {
        earn(1, null);
        earn(10, year(2015));
        earn(100, year(2011));
        earn(1_000, year(2013));
        earn(10_000, null);
        assertThat(balanceAt(year(2010), EFFECTIVE)).isZero();
        assertThat(balanceAt(year(2012), EFFECTIVE)).isEqualTo(100);
        assertThat(balanceAt(year(2014), EFFECTIVE)).isEqualTo(1_100);
        assertThat(balanceAt(year(2016), EFFECTIVE)).isEqualTo(1_110);
        assertThat(balanceAt(TODAY, EFFECTIVE)).isEqualTo(11_111);
    }

    @Test
    void spendingBeforeEarningIsANegativeBalanceOfThePast() {
        earn(100, year(2015));
        spend(30, year(2013));
        assertThat(balanceAt(year(2014), EFFECTIVE)).isEqualTo(-30);
        assertThat(balanceAt(year(2016), EFFECTIVE)).isEqualTo(70);
    }

    @Test
    void nothingTakesEffectAfterItWasBooked() {
        var entry = earn(5, TODAY.plusHours(20));
        assertThat(entry.effectiveAt()).isEqualTo(entry.bookedAt()).isEqualTo(TODAY);
    }

    @Test
    void pagesThroughTheEntriesOfAPeriodInTheirEffectiveOrder() {
        earn(1, year(2011));
        earn(2, null);
        earn(3, year(2015));
        earn(4, year(2011));
        earn(5, TODAY.minusMinutes(1));
        earn(6, null);
        var period = new Statement.Period(year(2000), year(2030));
        var amounts = new ArrayList<Long>();
        var request = PageRequest.first(2);
        for (var hasMore = true; hasMore; ) {
            var page = statements.entries(List.of(id), period, EFFECTIVE, request).get(id);
            page.items().forEach(entry -> amounts.add(entry.amount()));
            hasMore = page.hasMore();
            request = new PageRequest(2, page.items().getLast().cursor(), Map.of());
        }
        assertThat(amounts).containsExactly(1L, 4L, 3L, 5L, 2L, 6L);
    }

    @Test
    void expiryCountsFromTheTimeThatTheCurrencyNames() {
        testLedger.expireAfterDays(brand, Currency.STANDARD, 365, BOOKED);
        earn(100, year(2011));
        assertThat(ada.wallet().balance()).isEqualTo(100);
        testLedger.expireAfterDays(brand, Currency.STANDARD, 365, EFFECTIVE);
        earn(30, year(2011));
        earn(7, year(2026).minusMonths(2));
        assertThat(ada.wallet().balance()).isEqualTo(107);
        assertThat(balanceAt(year(2012).minusMonths(1), EFFECTIVE)).isEqualTo(130);
        assertThat(balanceAt(year(2013), EFFECTIVE)).isEqualTo(100);
        assertThat(ada.entries().get(2).kind()).isEqualTo("EXPIRED");
        assertThat(ada.entries().get(2).effectiveAt()).isBefore(year(2013));
    }

    @Test
    void liabilityIsByTheAgeOfTheEarningOrOfTheBooking() {
        earn(100, TODAY.minusDays(400));
        earn(7, null);
        assertThat(audit.liability(brand.id(), Currency.STANDARD, BOOKED).getFirst().amount())
                .isEqualTo(107);
        assertThat(audit.liability(brand.id(), Currency.STANDARD, EFFECTIVE).getFirst().amount())
                .isEqualTo(7);
        assertThat(audit.liability(brand.id(), Currency.STANDARD, EFFECTIVE).getLast().amount())
                .isEqualTo(100);
    }
}
