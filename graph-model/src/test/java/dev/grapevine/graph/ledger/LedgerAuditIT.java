package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.audit.LedgerAudit;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Tests of the verification: each changes the ledger manually in a transaction that is rolled back.
 */
@GraphTest
class LedgerAuditIT {

    @Autowired LedgerAudit audit;

    @Autowired PointsLedger ledger;

    @Autowired GraphClient graph;

    @Autowired TestLedger testLedger;

    @Autowired TestBrand testBrand;

    @Autowired MovableClock clock;

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void moveSomePoints() {
        brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        ada = testLedger.wallet(brand, "ada", "gifts");
        var now = clock.now();
        clock.stopAt(now);
        ada.earn(100);
        ada.earn(50, now.plusDays(1));
        ada.earnPending(40, now.plusDays(90));
        ada.spend(20);
        ada.hold(20, now.plusDays(9));
        succeeded(ada.tryTransfer(testLedger.wallet(brand, "grace", "gifts"), 15));
        clock.pass(Duration.ofDays(2));
        ada.reverse(ada.spend(10));
        clock.pass(Duration.ofMinutes(1));
    }

    private LedgerAudit.AuditReport verified() {
        return audit.verify(brand.id(), _ -> {});
    }

    @Test
    void findsNoProblemInAnUnchangedLedger() {
        var seen = new ArrayList<Long>();
        var report = audit.verify(brand.id(), seen::add);
        assertThat(report.problem()).isNull();
        assertThat(report.entryCount()).isEqualTo(ada.entries().size() + 1L);
        assertThat(report.walletCount()).isEqualTo(4);
        assertThat(seen).isSorted().endsWith(4L);
    }

    private static final String COPY_OF_THE_THIRD =
            "MATCH (w:Wallet {id: $id}) CREATE (e:PointsEntry)-[:ON]->(w) SET e = head(COLLECT {"
                    + " MATCH (o:PointsEntry {walletId: w.id, sequence: 3})"
                    + " RETURN o{.*, id: 'pte_copy', keyHash: 'copy'} })";

    /** Number of entries of a wallet that are read at once. */
    private static final int PART = 2_000;

    @Test
    void readsALongWalletInParts() {
        var awards =
                Stream.generate(() -> ada.award(1, null, null, false, null))
                        .limit(PART + 100L)
                        .map(award -> new PointsLedger.Award(callOf(brand), award))
                        .toList();
        for (var i = 0; i < awards.size(); i += PointsLedger.MAX_BATCH) {
            var end = Math.min(awards.size(), i + PointsLedger.MAX_BATCH);
            assertThat(ledger.awardAll(awards.subList(i, end)))
                    .allMatch(result -> rejections(result).isEmpty());
        }
        var report = verified();
        assertThat(report.problem()).isNull();
        assertThat(report.entryCount()).isGreaterThan(PART + 100L);
        returnsTheFirstInvalidWalletAndEntry(
                "I3", PART, COPY_OF_THE_THIRD + " SET e.bookedAt = datetime('2900-01-01T00:00Z')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "I1 ~ 0 ~ MATCH (w:Wallet {id: $id}) SET w.balance = w.balance + 1",
                "I1 ~ 0 ~ MATCH (w:Wallet {id: $id}) SET w.pending = w.pending + 1",
                "I1 ~ 0 ~ MATCH (w:Wallet {id: $id}) SET w.debt = w.debt + 1",
                "I1 ~ 0 ~ MATCH (w:Wallet {id: $id}) SET w.lifetimeEarned = w.lifetimeEarned + 1",
                "I1 ~ 0 ~ MATCH (w:Wallet {id: $id}) SET w.totalCredited = w.totalCredited + 1",
                "I1 ~ 2 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 2}) SET e.totalCredited ="
                        + " 1",
                "I2 ~ 1 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 1}) SET e.remaining ="
                        + " e.remaining + 1",
                "I2 ~ 2 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 2}) REMOVE e.remaining",
                "I2 ~ 2 ~ MATCH (:PointsEntry {walletId: $id, sequence: 4})-[m:CONSUMED]->() SET"
                        + " m.amount = m.amount - 1",
                "I2 ~ 5 ~ MATCH (h:Hold {walletId: $id}) SET h.amount = h.amount + 1",
                "I2 ~ 1 ~ MATCH (l:OpenLot {walletId: $id, sequence: 1}) REMOVE l:OpenLot",
                "I3 ~ 2 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 3}) SET e.sequence = 1000",
                "I3 ~ 3 ~ " + COPY_OF_THE_THIRD,
                "I2 ~ 1 ~ MATCH (e:PointsEntry {walletId: $id}) WITH e ORDER BY e.sequence DESC"
                        + " LIMIT 1 DETACH DELETE e",
                "I6 ~ 0 ~ MATCH (h:Hold {walletId: $id}) REMOVE h:OpenHold",
                "I7 ~ 2 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 2}) SET e.amount ="
                        + " e.amount + 1",
                "I7 ~ 4 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 4}) SET e.reason ="
                        + " 'Another'",
                "I7 ~ 1 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 1}) SET e.hash = 'forged'",
                "I7 ~ 3 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 3}) SET e.bookedAt ="
                        + " datetime('2900-01-01T00:00Z')",
            })
    void returnsTheFirstInvalidWalletAndEntry(String invariant, long sequence, String change) {
        var broken = new CypherStatement("test/broken", change);
        var id = ada.wallet().id();
        var reports = new ArrayList<LedgerAudit.AuditReport>();
        Result<String> rolledBack =
                graph.transact(
                        () -> {
                            graph.write(broken, Map.of("id", id));
                            reports.add(verified());
                            return Result.rejected(LedgerRejection.NOT_PENDING);
                        });
        assertThat(rolledBack).isInstanceOf(Result.Rejected.class);
        var problem = reports.getLast().problem();
        assertThat(problem).isNotNull();
        assertThat(List.of(problem.walletId(), problem.invariant(), problem.sequence()))
                .isEqualTo(List.of(id, invariant, sequence));
        assertThat(verified().isConsistent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "0 ~ MATCH (:PointsEntry:OutOfOrderEntry {walletId: $id}) WITH 1 AS one"
                        + " MATCH (w:Wallet {id: $id}) SET w.latestEffectiveAt ="
                        + " w.latestEffectiveAt - duration('PT1S')",
                "1 ~ MATCH (e:OutOfOrderEntry {walletId: $id}) REMOVE e:OutOfOrderEntry",
                "1 ~ MATCH (e:OutOfOrderEntry {walletId: $id}) SET e:BackdatedEntry",
                "-1 ~ MATCH (e:PointsEntry {walletId: $id, sequence: 2}) SET e:BackdatedEntry",
            })
    void findsAWrongOrderOfEffectiveTimes(long place, String change) {
        var late = ada.earnLate(5, clock.now().minusYears(3)).sequence();
        var sequence = place == 0 ? 0 : place > 0 ? late : 2;
        returnsTheFirstInvalidWalletAndEntry("I9", sequence, change);
    }

    /** Changes of the wallet outrun the verification, which then reads it under its lock. */
    @Test
    void returnsTheProblemOfAWalletThatChangesAllTheTime() throws InterruptedException {
        forge("+");
        var isStopped = new AtomicBoolean();
        var writer =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!isStopped.get()) {
                                        ada.earn(1);
                                    }
                                });
        try {
            for (var round = 0; round < 20; round++) {
                var problem = verified().problem();
                assertThat(problem).isNotNull();
                assertThat(problem.invariant()).isEqualTo("I7");
                assertThat(problem.sequence()).isEqualTo(2);
            }
        } finally {
            isStopped.set(true);
            writer.join();
            forge("-");
        }
        assertThat(verified().problem()).isNull();
    }

    private void forge(String sign) {
        graph.write(
                new CypherStatement(
                        "test/forge",
                        "MATCH (e:PointsEntry {walletId: $id, sequence: 2}) SET e.amount = e.amount"
                                + " "
                                + sign
                                + " 1"),
                Map.of("id", ada.wallet().id()));
    }
}
