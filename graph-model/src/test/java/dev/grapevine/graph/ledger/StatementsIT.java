package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.ledger.EntryTime.BOOKED;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.PageRequest;
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

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@GraphTest
class StatementsIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired Wallets wallets;
    @Autowired Statements statements;
    @Autowired LedgerInvariants invariants;

    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-05-20T12:00:00Z");

    Brand brand;
    TestWallet ada;
    String id;

    /**
     * Posts one entry a day: +100, −30, hold 20, +50 with expiry in two days, −20 captured, 50
     * expired.
     */
    @BeforeEach
    void postOneEntryADay() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        id = ada.wallet().id();
        clock.stopAt(NOON);
        ada.earn(100);
        clock.pass(Duration.ofDays(1));
        ada.spend(30);
        clock.pass(Duration.ofDays(1));
        var hold = ada.hold(20, NOON.plusDays(9));
        clock.pass(Duration.ofDays(1));
        ada.earn(50, NOON.plusDays(5));
        clock.pass(Duration.ofDays(1));
        succeeded(ada.tryCapture(hold, 20L));
        clock.pass(Duration.ofDays(2));
        ada.wallet();
    }

    @AfterEach
    void holdsAllInvariants() {
        invariants.check(brand.id());
    }

    @Test
    void returnsTheBalanceAtEachTime() {
        var moments =
                Map.of(
                        NOON.minusSeconds(1),
                        0L,
                        NOON,
                        100L,
                        NOON.plusDays(1).minusNanos(1_000_000),
                        100L,
                        NOON.plusDays(1),
                        70L,
                        NOON.plusDays(2),
                        50L,
                        NOON.plusDays(3),
                        100L,
                        NOON.plusDays(4),
                        100L,
                        NOON.plusDays(5),
                        50L,
                        NOON.plusYears(9),
                        50L);
        for (var by : EntryTime.values()) {
            moments.forEach(
                    (moment, balance) ->
                            assertThat(statements.balancesAt(List.of(id), moment, by).get(id))
                                    .as(moment.toString())
                                    .isEqualTo(balance)
                                    .isEqualTo(fold(moment)));
        }
    }

    private long fold(OffsetDateTime until) {
        return ada.entries().stream()
                .filter(entry -> !entry.bookedAt().isAfter(until))
                .mapToLong(
                        entry ->
                                entry.isCredit()
                                        ? entry.amount()
                                        : entry.debit().equals(id) ? -entry.amount() : 0)
                .sum();
    }

    @Test
    void statesAPeriod() {
        var period = new Statement.Period(NOON.plusDays(1), NOON.plusDays(4));
        assertThat(statements.statements(List.of(id), period, BOOKED))
                .containsEntry(id, statement(id, period, 100, 50, 50, 100, 3));
        assertThat(entriesOf(period)).containsExactly("REDEEMED", "HELD", "EARNED");
    }

    private List<String> entriesOf(Statement.Period period) {
        return statements
                .entries(List.of(id), period, BOOKED, PageRequest.first(10))
                .get(id)
                .items()
                .stream()
                .map(PointsEntry::kind)
                .toList();
    }

    @Test
    void statesEmptyAndInvertedPeriods() {
        var before = new Statement.Period(NOON.minusDays(9), NOON);
        var after = new Statement.Period(NOON.plusDays(9), NOON.plusDays(10));
        var turned = new Statement.Period(NOON.plusDays(4), NOON.plusDays(1));
        assertThat(statements.statements(List.of(id), before, BOOKED))
                .containsEntry(id, statement(id, before, 0, 0, 0, 0, 0));
        assertThat(statements.statements(List.of(id), after, BOOKED))
                .containsEntry(id, statement(id, after, 50, 0, 0, 50, 0));
        assertThat(statements.statements(List.of(id), turned, BOOKED).get(id).entries()).isZero();
        assertThat(entriesOf(turned)).isEmpty();
    }

    @Test
    void agreesWithTheBalancesAtAnyBoundary() {
        for (var day = -1; day < 8; day++) {
            var from = NOON.plusDays(day);
            var period = new Statement.Period(from, from.plusDays(1));
            var statement = statements.statements(List.of(id), period, BOOKED).get(id);
            assertThat(statement.openingBalance()).isEqualTo(fold(from.minusNanos(1_000_000)));
            assertThat(statement.closingBalance())
                    .isEqualTo(fold(period.until().minusNanos(1_000_000)))
                    .isEqualTo(
                            statement.openingBalance()
                                    + statement.totalCredited()
                                    - statement.totalDebited());
        }
    }

    @Test
    void agreesWithTheEntriesInAnyPeriod() {
        var plain = new PlainStatement(id, ada.entries());
        assertThat(plain.periods(50))
                .isNotEmpty()
                .allSatisfy(
                        period ->
                                assertThat(statements.statements(List.of(id), period, BOOKED))
                                        .containsEntry(id, plain.over(period, BOOKED)));
    }

    @Test
    void statesEachOfManyWalletsAndNoUnknownWallet() {
        var grace = testLedger.wallet(brand, "grace");
        grace.earn(7);
        var none = testLedger.wallet(brand, "linus").wallet().id();
        var period = new Statement.Period(NOON, NOON.plusDays(9));
        assertThat(statements.statements(List.of(id, grace.wallet().id(), none), period, BOOKED))
                .containsEntry(id, statement(id, period, 0, 150, 100, 50, 6))
                .containsEntry(
                        grace.wallet().id(), statement(grace.wallet().id(), period, 0, 7, 0, 7, 1))
                .containsEntry(none, statement(none, period, 0, 0, 0, 0, 0));
    }

    @Test
    void pagesThroughTheEntriesOfAPeriodOldestFirst() {
        var period = new Statement.Period(NOON, NOON.plusDays(9));
        var kinds = new ArrayList<String>();
        var request = PageRequest.first(2);
        var hasMore = true;
        while (hasMore) {
            var page = statements.entries(List.of(id), period, BOOKED, request).get(id);
            page.items().forEach(entry -> kinds.add(entry.kind()));
            hasMore = page.hasMore();
            request = new PageRequest(2, page.items().getLast().cursor(), Map.of());
        }
        assertThat(kinds).isEqualTo(ada.kinds()).hasSize(6);
    }

    @Test
    void showsEntriesOnlyToCallersOfTheBrand() {
        var entry = ada.entries().getFirst();
        assertThat(wallets.entriesByIds(callOf(brand).caller(), List.of(entry.id())))
                .containsEntry(entry.id(), entry);
        var stranger = callOf(testBrand.newBrand()).caller();
        assertThat(wallets.entriesByIds(stranger, List.of(entry.id()))).isEmpty();
        assertThat(wallets.byIds(stranger, List.of(id))).isEmpty();
    }

    private static Statement statement(
            String id,
            Statement.Period period,
            long opening,
            long credited,
            long debited,
            long closing,
            long entries) {
        var none = new Statement.Late(0, 0, 0);
        return new Statement(
                id, period, BOOKED, opening, credited, debited, closing, entries, none);
    }
}
