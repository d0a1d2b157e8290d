package dev.grapevine.graph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must hold in every ledger at rest (I1 to I9 of the issue), asked by Cypher of its own that
 * shares nothing with the product. Each statement answers a row for whatever is wrong. {@code
 * LedgerInvariantsIT} shows that each of them can fail.
 */
public class LedgerInvariants {

    /** Something that is wrong: the invariant's name, and what breaks it. */
    public record Violation(String invariant, String what) {}

    private static final Map<String, List<String>> STATEMENTS =
            Map.of(
                    "I1 balances are sums of entries",
                    List.of(
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            OPTIONAL MATCH (e:PointsEntry)-[:ON]->(w)
                            UNWIND [['', w.balance], [':pending', w.pending], [':held', w.held], [':debt', -w.debt]] AS account
                            WITH w, w.id + account[0] AS name, account[1] AS stored, e
                            WITH w, name, stored,
                              sum(CASE WHEN e.credit = name THEN e.amount ELSE 0 END)
                                - sum(CASE WHEN e.debit = name THEN e.amount ELSE 0 END) AS counted
                            WHERE stored IS NULL OR stored <> counted
                            RETURN name + ' holds ' + stored + ', its entries ' + counted AS what
                            """,
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            WHERE w.balance < 0 OR w.pending < 0 OR w.held < 0 OR w.debt < 0 OR (w.debt > 0 AND w.balance > 0)
                            RETURN w.id + ' holds ' + w.balance + ' and owes ' + w.debt AS what
                            """,
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            OPTIONAL MATCH (e:PointsEntry {kind: 'EARNED'})-[:ON]->(w)
                            WITH w, sum(e.amount) AS earned WHERE w.lifetimeEarned <> earned
                            RETURN w.id + ' says ' + w.lifetimeEarned + ' were earned, not ' + earned AS what
                            """),
                    "I2 lots are right",
                    LotStatements.ALL,
                    "I3 numbers have no gap",
                    List.of(
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            OPTIONAL MATCH (e:PointsEntry)-[:ON]->(w)
                            WITH w, e ORDER BY e.sequence
                            WITH w, collect(e.sequence) AS numbers
                            WHERE numbers <> range(1, w.sequence)
                            RETURN w.id + ' of ' + w.sequence + ' has ' + size(numbers) AS what
                            """,
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            MATCH (e:PointsEntry {walletId: w.id}) WHERE e.sequence IS NOT NULL
                              AND NOT EXISTS { (e)-[:ON]->(:Wallet {id: e.walletId, brandId: e.brandId, currency: e.currency}) }
                            RETURN e.id + ' is not on its wallet' AS what
                            """),
                    "I4 nothing is made or lost",
                    List.of(
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WITH e, [side IN [e.debit, e.credit] WHERE side STARTS WITH e.walletId] AS own,
                              [side IN [e.debit, e.credit] WHERE side IN ['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'TRANSFERRED']] AS brands
                            WHERE e.debit = e.credit OR size(own) + size(brands) <> 2
                              OR (size(own) = 0 AND NOT (e.kind = 'REVERSED' AND e.debit = 'EXPIRED' AND e.credit IN ['ISSUED', 'ADJUSTED']))
                              OR NOT e.amount IS :: INTEGER NOT NULL OR e.amount < 1
                            RETURN e.id + ' moves ' + e.amount + ' from ' + e.debit + ' to ' + e.credit AS what
                            """,
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WITH e.currency AS currency,
                              sum(CASE WHEN e.credit = 'TRANSFERRED' THEN e.amount WHEN e.debit = 'TRANSFERRED' THEN -e.amount ELSE 0 END) AS way
                            WHERE way <> 0
                            RETURN way + ' ' + currency + ' are on their way' AS what
                            """,
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WITH e.currency AS currency,
                              sum(CASE WHEN e.credit IN ['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED'] THEN e.amount ELSE 0 END)
                                - sum(CASE WHEN e.debit IN ['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED'] THEN e.amount ELSE 0 END) AS brands
                            OPTIONAL MATCH (w:Wallet {brandId: $brandId, currency: currency})
                            WITH currency, brands, sum(w.balance + w.pending + w.held - w.debt) AS customers
                            WHERE brands + customers <> 0
                            RETURN currency + ': ' + brands + ' and ' + customers + ' are not zero' AS what
                            """),
                    "I5 one effect for each key",
                    List.of(
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WHERE e.kind IN ['EARNED', 'REDEEMED', 'HELD', 'CAPTURED', 'TRANSFERRED_OUT', 'ADJUSTED'] AND e.ruleVersionId IS NULL
                              AND (NOT e:IdempotencyKey OR e.keyHash IS NULL OR e.inputHash IS NULL)
                            RETURN e.id + ' carries no key' AS what
                            """,
                            """
                            MATCH (declined:DeclinedDebit {brandId: $brandId})
                            WHERE NOT declined:IdempotencyKey OR declined.keyHash IS NULL
                            RETURN declined.id + ' carries no key' AS what
                            """,
                            """
                            MATCH (key:IdempotencyKey)
                            WHERE key.brandId = $brandId AND key.subjectId STARTS WITH 'pte_'
                            RETURN key.keyHash + ' is not on what it made' AS what
                            """),
                    "I5 what rules gave is because of an activity",
                    List.of(
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WHERE e.ruleVersionId IS NOT NULL AND NOT EXISTS { (e)-[:CAUSED_BY]->(:Activity {id: e.causedBy}) }
                            RETURN e.id + ' has no activity' AS what
                            """),
                    "I6 pending and held points are not spent",
                    List.of(
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)-[:CONSUMED|HELD]->(lot)<-[:OPENED]-{0,1}(source:PointsEntry)
                            WHERE source.credit ENDS WITH ':pending' AND NOT e.debit ENDS WITH ':pending'
                              AND NOT EXISTS {
                                MATCH (m:PointsEntry {kind: 'UNLOCKED'})-[:CAUSED_BY]->(source) WHERE m.sequence < e.sequence }
                            RETURN e.id + ' spent pending points of ' + source.id AS what
                            """,
                            """
                            MATCH (w:Wallet {brandId: $brandId})
                            CALL (w) { MATCH (w)<-[:ON]-(e:PointsEntry {kind: 'HELD'}) MATCH (h:Hold {id: e.holdId, state: 'HELD'}) RETURN sum(h.amount) AS open }
                            CALL (w) { MATCH (w)<-[:ON]-(e:PointsEntry {kind: 'HELD'}) MATCH (h:Hold {id: e.holdId}) WHERE h:OpenHold RETURN sum(h.amount) AS labelled }
                            WITH w, open, labelled WHERE w.held <> open OR open <> labelled
                            RETURN w.id + ' holds ' + w.held + ', its holds ' + open + ' and ' + labelled AS what
                            """),
                    "I8 nothing is taken back twice",
                    List.of(
                            """
                            MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                            WITH e, COUNT { (e)<-[:REVERSES]-() } AS times
                            OPTIONAL MATCH (r:PointsEntry {reverses: e.id})
                            WITH e, times, count(r) AS named, sum(r.amount) AS amount
                            WHERE times > 1 OR times <> named OR amount > e.amount
                            RETURN e.id + ' of ' + e.amount + ' is taken back ' + times + ' times, in all ' + amount AS what
                            """));

    private final Driver driver;

    public LedgerInvariants(Driver driver) {
        this.driver = driver;
    }

    /** Fails the test if something is wrong in the brand's ledger. */
    public void check(String brandId) {
        try (var session = driver.session()) {
            assertThat(violations(session, brandId)).isEmpty();
        }
    }

    /** What is wrong in the brand's ledger, as a session or transaction sees it. */
    public List<Violation> violations(QueryRunner database, String brandId) {
        var violations = new ArrayList<Violation>();
        STATEMENTS.forEach(
                (invariant, statements) ->
                        statements.forEach(
                                statement ->
                                        database.run(statement, Map.of("brandId", brandId))
                                                .list(row -> row.get("what").asString())
                                                .forEach(
                                                        what ->
                                                                violations.add(
                                                                        new Violation(
                                                                                invariant,
                                                                                what)))));
        violations.addAll(EntryFold.violations(database, brandId));
        return violations;
    }
}
