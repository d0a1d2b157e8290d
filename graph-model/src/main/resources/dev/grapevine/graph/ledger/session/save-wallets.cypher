// Writes what became of wallets: their new state, their new entries, the activities for which rules made these, and the
// lots that they opened.
// params: $books
UNWIND $books AS book
MATCH (wallet:Wallet {id: book.wallet.id})
SET
  wallet.balance = book.wallet.balance, wallet.pending = book.wallet.pending, wallet.held = book.wallet.held,
  wallet.debt = book.wallet.debt, wallet.lifetimeEarned = book.wallet.lifetimeEarned,
  wallet.totalCredited = book.wallet.totalCredited, wallet.sequence = book.wallet.sequence, wallet.hash = book.wallet.hash,
  wallet.bookedAt = book.wallet.bookedAt, wallet.inactiveExpiresAt = book.wallet.inactiveExpiresAt, wallet.nextEventAt = book.wallet.nextEventAt
WITH wallet, book
UNWIND book.entries AS row
CREATE (entry:PointsEntry)-[:ON]->(wallet)
SET entry = row.entry
WITH entry, row
CALL (entry, row) {
  WITH * WHERE row.entry.ruleVersionId IS NOT NULL
  MATCH (activity:Activity {id: row.entry.causedBy})
  CREATE (entry)-[:CAUSED_BY]->(activity)
}
WITH entry, row
UNWIND row.lots AS lotRow
CREATE (entry)-[:OPENED]->(lot:$(lotRow.labels))
SET lot = lotRow.lot
