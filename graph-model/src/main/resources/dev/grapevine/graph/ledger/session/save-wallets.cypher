// Writes the new state of wallets, their new entries with the lots that these opened, and the relationships from
// entries of rules to their activities.
// params: $wallets
UNWIND $wallets AS row
MATCH (wallet:Wallet {id: row.wallet.id})
SET
  wallet.balance = row.wallet.balance, wallet.pending = row.wallet.pending, wallet.held = row.wallet.held,
  wallet.debt = row.wallet.debt, wallet.lifetimeEarned = row.wallet.lifetimeEarned,
  wallet.totalCredited = row.wallet.totalCredited, wallet.sequence = row.wallet.sequence, wallet.hash = row.wallet.hash,
  wallet.bookedAt = row.wallet.bookedAt, wallet.inactiveExpiresAt = row.wallet.inactiveExpiresAt,
  wallet.nextEventAt = row.wallet.nextEventAt
WITH wallet, row
UNWIND row.entries AS entryRow
CREATE (entry:PointsEntry)-[:ON]->(wallet)
SET entry = entryRow.entry
WITH entry, entryRow
CALL (entry, entryRow) {
  WITH * WHERE entryRow.entry.ruleVersionId IS NOT NULL
  MATCH (activity:Activity {id: entryRow.entry.causedBy})
  CREATE (entry)-[:CAUSED_BY]->(activity)
}
WITH entry, entryRow
UNWIND entryRow.lots AS lotRow
CREATE (entry)-[:OPENED]->(lot:$(lotRow.labels))
SET lot = lotRow.lot
