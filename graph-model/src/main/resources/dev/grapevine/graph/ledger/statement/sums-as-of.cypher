// Adds up the entries of wallets that took effect before a time and were booked before another, as running sums: those of
// the last entry up to which every entry counts, and the entries out of order after it.
// params: $points
// returns: walletId, effectiveBefore, bookedBefore, balance, totalCredited, entries
UNWIND $points AS point
OPTIONAL CALL (point) {
  MATCH (entry:PointsEntry {walletId: point.walletId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt < point.bookedBefore AND entry.sequence IS NOT NULL
  RETURN entry AS latest
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
OPTIONAL CALL (point) {
  MATCH (entry:PointsEntry {walletId: point.walletId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt < point.effectiveBefore AND entry.sequence IS NOT NULL
  RETURN entry AS booked
  ORDER BY entry.walletId DESC, entry.bookedAt DESC, entry.sequence DESC
  LIMIT 1
}
OPTIONAL CALL (point) {
  MATCH (entry:BackdatedEntry {walletId: point.walletId})
  USING INDEX SEEK entry:BackdatedEntry(walletId, effectiveAt, sequence)
  WHERE entry.effectiveAt < point.effectiveBefore AND entry.sequence IS NOT NULL
  RETURN entry AS backdated
  ORDER BY entry.walletId DESC, entry.effectiveAt DESC, entry.sequence DESC
  LIMIT 1
}
WITH point, latest, CASE WHEN backdated.sequence > coalesce(booked.sequence, 0) THEN backdated ELSE booked END AS base
WITH point, latest, CASE WHEN latest IS NULL OR base.sequence > latest.sequence THEN latest ELSE base END AS base
// Nothing is out of order after the latest entry.
WITH point, latest, base, CASE WHEN base.sequence = latest.sequence THEN null ELSE point.effectiveBefore END AS outOfOrderBefore
CALL (point, latest, base, outOfOrderBefore) {
  MATCH (entry:OutOfOrderEntry {walletId: point.walletId})
  USING INDEX SEEK entry:OutOfOrderEntry(walletId, effectiveAt, sequence)
  WHERE entry.effectiveAt < outOfOrderBefore AND entry.sequence > coalesce(base.sequence, 0)
    AND entry.sequence <= latest.sequence
  RETURN
    sum(CASE WHEN entry.credit = entry.walletId THEN entry.amount ELSE 0 END) AS credited,
    sum(CASE WHEN entry.debit = entry.walletId THEN entry.amount ELSE 0 END) AS debited,
    count(entry) AS entries
}
RETURN
  point.walletId AS walletId, point.effectiveBefore AS effectiveBefore, point.bookedBefore AS bookedBefore,
  coalesce(base.balanceAfter, 0) + credited - debited AS balance,
  coalesce(base.totalCredited, 0) + credited AS totalCredited,
  coalesce(base.sequence, 0) + entries AS entries
