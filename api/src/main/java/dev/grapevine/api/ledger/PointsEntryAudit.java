package dev.grapevine.api.ledger;

import dev.grapevine.graph.ledger.PointsEntry;

/** Audit data of an entry, for the administrator. */
public record PointsEntryAudit(
        PointsEntry entry,
        long sequence,
        String debit,
        String credit,
        String previousHash,
        String hash) {

    public static PointsEntryAudit of(PointsEntry entry, String previousHash) {
        return new PointsEntryAudit(
                entry, entry.sequence(), entry.debit(), entry.credit(), previousHash, entry.hash());
    }
}
