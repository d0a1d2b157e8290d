// Reads a page of the entries of each wallet that took effect in a period, from inclusive to exclusive, oldest first: of
// the entries that took effect when they were booked, and of those that did before, in order and out of order.
// params: $ids, $from, $until, $afterSort, $afterId, $limit
// returns: parentId, entry
UNWIND $ids AS parentId
OPTIONAL MATCH (before:PointsEntry {id: $afterId, walletId: parentId})
WITH parentId, coalesce(before.effectiveAt, before.bookedAt, $from) AS start
CALL (parentId, start) {
  CALL (parentId, start) {
    MATCH (entry:PointsEntry {walletId: parentId})
    USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
    WHERE start <= entry.bookedAt < $until AND [entry.bookedAt, entry.sequence] > [start, $afterSort]
      AND entry.sequence IS NOT NULL AND entry.effectiveAt IS NULL
    RETURN entry, entry.bookedAt AS at
    ORDER BY entry.walletId, entry.bookedAt, entry.sequence
    LIMIT $limit
    UNION ALL
    MATCH (entry:BackdatedEntry {walletId: parentId})
    USING INDEX SEEK entry:BackdatedEntry(walletId, effectiveAt, sequence)
    WHERE start <= entry.effectiveAt < $until AND [entry.effectiveAt, entry.sequence] > [start, $afterSort]
      AND entry.sequence IS NOT NULL
    RETURN entry, entry.effectiveAt AS at
    ORDER BY entry.walletId, entry.effectiveAt, entry.sequence
    LIMIT $limit
    UNION ALL
    MATCH (entry:OutOfOrderEntry {walletId: parentId})
    USING INDEX SEEK entry:OutOfOrderEntry(walletId, effectiveAt, sequence)
    WHERE start <= entry.effectiveAt < $until AND [entry.effectiveAt, entry.sequence] > [start, $afterSort]
      AND entry.sequence IS NOT NULL
    RETURN entry, entry.effectiveAt AS at
    ORDER BY entry.walletId, entry.effectiveAt, entry.sequence
    LIMIT $limit
  }
  RETURN entry, at
  ORDER BY at, entry.sequence
  LIMIT $limit
}
RETURN parentId, entry
