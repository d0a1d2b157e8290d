package dev.grapevine.graph.testing;

import java.util.List;

/** What must hold of lots: {@link LedgerInvariants} I2. */
final class LotStatements {

    private LotStatements() {}

    static final List<String> ALL =
            List.of(
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(:PointsEntry)-[:OPENED]->{0,1}(l WHERE l.remaining IS NOT NULL)
                    OPTIONAL MATCH (e:PointsEntry)-[move:CONSUMED|HELD|RESTORED]->(l)
                    WITH l, sum(CASE
                      WHEN type(move) = 'RESTORED' THEN -move.amount
                      WHEN e.kind = 'CAPTURED' THEN 0
                      ELSE move.amount END) AS drawn
                    WHERE l.remaining < 0 OR l.remaining > l.amount OR l.amount - l.remaining <> coalesce(drawn, 0)
                    RETURN l.id + ' of ' + l.amount + ' has ' + l.remaining + ', but ' + drawn + ' were drawn' AS what
                    """,
                    // What an entry moves out of or into available or pending points is in its
                    // lots.
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)
                    CALL (e) { OPTIONAL MATCH (e)-[m:CONSUMED|HELD]->() RETURN sum(m.amount) AS taken }
                    CALL (e) { OPTIONAL MATCH (e)-[m:RESTORED]->() RETURN sum(m.amount) AS restored }
                    CALL (e) { OPTIONAL MATCH (e)-[:OPENED]->{0,1}(l WHERE l.remaining IS NOT NULL) RETURN sum(l.amount) AS opened }
                    WITH e, taken, restored + opened AS given,
                      CASE WHEN e.kind IN ['UNLOCKED', 'DEBT_INCURRED'] THEN 0
                        WHEN e.debit STARTS WITH e.walletId AND e.kind <> 'RELEASED' THEN e.amount
                        ELSE 0 END AS out,
                      CASE WHEN e.kind IN ['UNLOCKED', 'DEBT_INCURRED', 'HELD', 'DEBT_REPAID'] THEN 0
                        WHEN e.credit STARTS WITH e.walletId THEN e.amount
                        ELSE 0 END AS in
                    WHERE taken <> out OR given <> in
                    RETURN e.kind + ' ' + e.id + ' of ' + e.amount + ' took ' + taken + ' and gave ' + given AS what
                    """,
                    """
                    MATCH (w:Wallet {brandId: $brandId})
                    CALL (w) { MATCH (w)<-[:ON]-(:PointsEntry)-[:OPENED]->{0,1}(l:OpenLot) RETURN sum(l.remaining) AS open }
                    CALL (w) { MATCH (w)<-[:ON]-(:PointsEntry)-[:OPENED]->{0,1}(l:PendingLot) RETURN sum(l.remaining) AS pending }
                    WITH w, open, pending WHERE open <> w.balance OR pending <> w.pending
                    RETURN w.id + ' holds ' + w.balance + ' and ' + w.pending + ', its lots ' + open + ' and ' + pending AS what
                    """,
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(:PointsEntry)-[:OPENED]->{0,1}(l WHERE l.remaining IS NOT NULL)
                    WITH l, [name IN labels(l) WHERE name IN ['OpenLot', 'PendingLot']] AS names
                    WHERE size(names) <> CASE WHEN l.remaining > 0 THEN 1 ELSE 0 END
                    RETURN l.id + ' with ' + l.remaining + ' is labelled ' + size(names) + ' times' AS what
                    """,
                    // Only expiry draws from a lot that has expired; before, only a lapse of
                    // everything does.
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)-[:CONSUMED|HELD]->(l)
                    WHERE NOT e.kind IN ['EXPIRED', 'CAPTURED'] AND e.bookedAt >= l.expiresAt
                      AND NOT e.debit ENDS WITH ':pending'
                    RETURN e.kind + ' ' + e.id + ' drew from ' + l.id + ' after its expiry' AS what
                    """,
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry {kind: 'EXPIRED'})-[:CONSUMED]->(l)
                    WHERE e.bookedAt < l.expiresAt
                      AND NOT EXISTS { (:Currency {key: e.brandId + '|' + e.currency, expiry: 'INACTIVITY'}) }
                    RETURN e.id + ' expired ' + l.id + ' too early' AS what
                    """,
                    // Soonest expiring first, then oldest: no other lot that was open then comes
                    // before the last lot that was drawn from.
                    """
                    MATCH (:Wallet {brandId: $brandId})<-[:ON]-(e:PointsEntry)-[:CONSUMED|HELD]->(l)
                    WHERE e.kind IN ['REDEEMED', 'HELD', 'TRANSFERRED_OUT']
                    WITH e, l ORDER BY l.expiresAt DESC, l.sequence DESC
                    WITH e, collect(l)[0] AS l
                    MATCH (e)-[:ON]->(:Wallet)<-[:ON]-(:PointsEntry)-[:OPENED]->{0,1}(o:OpenLot)
                    WHERE o.sequence < e.sequence AND o.remaining > 0
                      AND (o.expiresAt < l.expiresAt OR (o.expiresAt = l.expiresAt AND o.sequence < l.sequence))
                      AND NOT EXISTS { (later:PointsEntry)-[:RESTORED]->(o) WHERE later.sequence > e.sequence }
                      AND NOT EXISTS {
                        MATCH (m:PointsEntry {kind: 'UNLOCKED'})-[:CAUSED_BY]->()-[:OPENED]->{0,1}(o) WHERE m.sequence > e.sequence }
                    RETURN e.kind + ' ' + e.id + ' drew from ' + l.id + ' before ' + o.id AS what
                    """);
}
