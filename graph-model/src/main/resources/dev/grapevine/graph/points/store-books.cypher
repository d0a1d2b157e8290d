// Writes what became of wallets: their new state, their new entries, and the lots that these opened.
// params: $books
UNWIND $books AS book
MATCH (wallet:Wallet {id: book.wallet.id})
SET wallet += book.wallet, wallet.lapsesAt = book.wallet.lapsesAt, wallet.dueAt = book.wallet.dueAt
WITH wallet, book
UNWIND book.entries AS row
CREATE (entry:PointsEntry)-[:ON]->(wallet)
SET entry = row.entry
WITH entry, row
UNWIND row.lots AS lotRow
CREATE (entry)-[:OPENED]->(lot:$(lotRow.labels))
SET lot = lotRow.lot
