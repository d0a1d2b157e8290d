package dev.grapevine.api.points;

import dev.grapevine.graph.points.PointsEntry;

/** Audit data of an entry, for administrators only. */
record PointsEntryAudit(
        PointsEntry entry,
        long sequence,
        String debit,
        String credit,
        String previousHash,
        String hash) {

    static PointsEntryAudit of(PointsEntry entry) {
        return new PointsEntryAudit(
                entry,
                entry.sequence(),
                entry.debit(),
                entry.credit(),
                entry.previousHash(),
                entry.hash());
    }
}
