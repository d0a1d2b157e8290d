package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Tests of {@link LedgerInvariants}: each breaks one invariant manually in a transaction that is
 * rolled back, because a check that cannot fail proves nothing.
 */
@GraphTest
class LedgerInvariantsIT {

    @Autowired LedgerInvariants invariants;

    @Autowired Driver driver;

    @Autowired TestLedger testLedger;

    @Autowired TestBrand testBrand;

    @Autowired MovableClock clock;

    /** Creates a ledger with entries of every kind; returns the id of its brand. */
    private String ledger() {
        var brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        var ada = testLedger.wallet(brand, "ada", "gifts");
        var grace = testLedger.wallet(brand, "grace", "gifts");
        var now = clock.now();
        clock.stopAt(now);
        var first = ada.earn(100);
        ada.earn(50, now.plusDays(1));
        grace.earnBecause(first, 10);
        ada.earnPending(40, now.plusDays(1));
        ada.earnPending(30, null);
        ada.spend(60);
        ada.hold(20, now.plusDays(9));
        succeeded(ada.tryCapture(ada.hold(10, null), 5L));
        ada.earn(5, now.plusHours(20));
        succeeded(ada.tryTransfer(grace, 15));
        ada.earn(5, now.plusHours(30));
        clock.pass(Duration.ofDays(2));
        succeeded(ada.tryReverse(first, 90L));
        succeeded(ada.tryAdjust(70));
        ada.reverse(ada.spend(30));
        incurDebt(grace);
        return brand.id();
    }

    private static void incurDebt(TestWallet grace) {
        var earned = grace.earn(1);
        grace.spend(grace.balance());
        grace.reverse(earned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "I1 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.balance ="
                        + " w.balance + 1",
                "I1 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.pending ="
                        + " w.pending - 1",
                "I1 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.debt = w.debt +"
                        + " 1",
                "I1 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.lifetimeEarned"
                        + " = 1",
                "I1 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.totalCredited ="
                        + " 1",
                "I1 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) SET e.totalCredited ="
                        + " e.totalCredited + 1",
                "I2 ~ MATCH (l:OpenLot {brandId: $brandId}) SET l.remaining = l.remaining - 1",
                "I2 ~ MATCH (l:Lot {brandId: $brandId}) SET l.amount = l.amount + 1",
                "I2 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'})-[c:CONSUMED]->()"
                        + " SET c.amount = c.amount - 1",
                "I2 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'CAPTURED'})-[c:CONSUMED]->()"
                        + " DELETE c",
                "I2 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'HELD'})-[c:HELD]->() SET"
                        + " c.amount = c.amount + 1",
                "I2 ~ MATCH (e:PointsEntry {brandId: $brandId})-[c:RESTORED]->() DELETE c",
                "I2 ~ MATCH (e:PointsEntry {brandId: $brandId})-[o:OPENED]->(:Lot) DELETE o",
                "I2 ~ MATCH (l:OpenLot {brandId: $brandId}) REMOVE l:OpenLot",
                "I2 ~ MATCH (l:PointsEntry {brandId: $brandId}) SET l.expiresAt ="
                        + " datetime('1980-01-01T00:00Z')",
                "I2 ~ MATCH (:PointsEntry {kind: 'EXPIRED'})-[:CONSUMED]->(l {brandId:"
                        + " $brandId}) SET l.expiresAt = datetime('2900-01-01T00:00Z')",
                "I3 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 3}) SET e.sequence = 1000",
                "I3 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.sequence ="
                        + " w.sequence + 1",
                "I3 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 3})-[o:ON]->() DELETE o",
                "I4 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'TRANSFERRED_OUT'}) SET"
                        + " e.amount = e.amount + 1",
                "I4 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}) SET e.credit ="
                        + " 'NOWHERE'",
                "I4 ~ MATCH (w:Wallet {brandId: $brandId, currency: 'gifts'}) SET w.held = w.held +"
                        + " 1",
                "I4 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}) SET e.amount = 0",
                "I5 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}) REMOVE"
                        + " e:IdempotencyKey",
                "I5 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}) REMOVE e.keyHash",
                "I5 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}) WITH e LIMIT 1"
                        + " CREATE (:IdempotencyKey {keyHash: 'once more', brandId: $brandId,"
                        + " subjectId: e.id})",
                "I5 ~ CREATE (:IdempotencyKey {keyHash: 'lost', brandId: $brandId, subjectId:"
                        + " 'pte_lost'})",
                "I6 ~ MATCH (h:OpenHold {brandId: $brandId}) SET h.amount = h.amount - 1",
                "I6 ~ MATCH (h:OpenHold {brandId: $brandId}) REMOVE h:OpenHold",
                "I6 ~ MATCH (e:PointsEntry {brandId: $brandId, kind: 'REDEEMED'}), (l:PendingLot"
                        + " {brandId: $brandId}) CREATE (e)-[:CONSUMED {amount: 1}]->(l)",
                "I7 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) SET e.reason ="
                        + " 'Another'",
                "I7 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) SET e.amount ="
                        + " e.amount + 1",
                "I7 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) DETACH DELETE e",
                "I7 ~ MATCH (e:PointsEntry {brandId: $brandId}) WITH e ORDER BY e.sequence DESC"
                        + " LIMIT 1 DETACH DELETE e",
                "I8 ~ MATCH (e:PointsEntry {brandId: $brandId})<-[:REVERSES]-() CREATE"
                        + " (:PointsEntry {brandId: $brandId})-[:REVERSES]->(e)",
                "I8 ~ MATCH (e:PointsEntry {brandId: $brandId})<-[:REVERSES]-(r) SET r.amount ="
                        + " 1000",
                "I9 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) SET e.balanceAfter ="
                        + " e.balanceAfter + 1",
                "I9 ~ MATCH (e:PointsEntry {brandId: $brandId, sequence: 2}) SET e.bookedAt ="
                        + " datetime('2900-01-01T00:00Z')",
            })
    void findsEachManualCorruption(String invariant, String corruption) {
        var brandId = brandId();
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            assertThat(invariants.violations(transaction, brandId)).isEmpty();
            var counters = transaction.run(corruption, Map.of("brandId", brandId)).consume();
            assertThat(counters.counters().containsUpdates()).isTrue();
            assertThat(names(invariants.violations(transaction, brandId))).contains(invariant);
        }
    }

    private static String shared;

    /** Creates one ledger for all tests, because each corruption is rolled back. */
    private String brandId() {
        if (shared == null) {
            shared = ledger();
        }
        return shared;
    }

    private static List<String> names(List<LedgerInvariants.Violation> violations) {
        return violations.stream().map(violation -> violation.invariant().substring(0, 2)).toList();
    }
}
