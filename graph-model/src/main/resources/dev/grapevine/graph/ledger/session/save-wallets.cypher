// Writes the new state of wallets, their new entries with the lots that are nodes of their own, and the relationships from
// entries of rules to their activities. A wallet that another transaction has changed since it was loaded is left out:
// the lock excludes it, and entries of one wallet must never have the same number.
// params: $wallets
// returns: saved
UNWIND $wallets AS row
MATCH (wallet:Wallet {id: row.wallet.id})
SET wallet._lock = true
WITH wallet, row
WHERE wallet.sequence = row.loadedSequence
SET
  wallet.balance = row.wallet.balance, wallet.pending = row.wallet.pending, wallet.held = row.wallet.held,
  wallet.debt = row.wallet.debt, wallet.lifetimeEarned = row.wallet.lifetimeEarned,
  wallet.totalCredited = row.wallet.totalCredited, wallet.sequence = row.wallet.sequence, wallet.hash = row.wallet.hash,
  wallet.bookedAt = row.wallet.bookedAt, wallet.latestEffectiveAt = row.wallet.latestEffectiveAt,
  wallet.inactiveExpiresAt = row.wallet.inactiveExpiresAt, wallet.nextEventAt = row.wallet.nextEventAt
WITH wallet, row
CALL (wallet, row) {
  UNWIND row.entries AS entryRow
  CREATE (entry:$(entryRow.labels))-[:ON]->(wallet)
  SET entry = entryRow.properties
  WITH entry, entryRow
  CALL (entry, entryRow) {
    WITH * WHERE entry.ruleVersionId IS NOT NULL
    MATCH (activity:Activity {id: entry.causedBy})
    CREATE (entry)-[:CAUSED_BY]->(activity)
  }
  WITH entry, entryRow
  UNWIND entryRow.lots AS lotRow
  CREATE (entry)-[:OPENED]->(lot:$(lotRow.labels))
  SET lot = lotRow.lot
}
RETURN count(*) AS saved
