// Writes one award with all data that the ledger writes: the idempotency key, the wallet's sums, an entry with its hash, and
// the lot of the entry. The hash is a parameter, because Cypher cannot calculate one. No row if the key was claimed before.
// params: $customerId, $scope, $inputHash, $id, $lotId, $hash, $amount, $reason, $recordedBy, $now, $never
// returns: balanceAfter
MATCH (wallet:BaselineWallet {customerId: $customerId})
SET wallet._lock = true
MERGE (key:BaselineIdempotencyKey {scope: $scope})
  ON CREATE SET key.inputHash = $inputHash, key.subjectId = $id, key.brandId = wallet.brandId, key.recordedAt = $now
WITH wallet, key
WHERE key.subjectId = $id
SET wallet.sequence = wallet.sequence + 1,
    wallet.balance = wallet.balance + $amount,
    wallet.pending = 0, wallet.held = 0, wallet.debt = 0,
    wallet.lifetimeEarned = wallet.lifetimeEarned + $amount, wallet.totalCredited = wallet.totalCredited + $amount,
    wallet.hash = $hash, wallet.bookedAt = $now
CREATE (entry:BaselineFullEntry {
  id: $id, brandId: wallet.brandId, walletId: wallet.id, sequence: wallet.sequence, kind: 'EARNED',
  debit: 'ISSUED', credit: wallet.id, currency: 'points', amount: $amount, balanceAfter: wallet.balance,
  reason: $reason, recordedBy: $recordedBy, occurredAt: $now, bookedAt: $now, recordedAt: $now,
  previousHash: $hash, hash: $hash, totalCredited: wallet.totalCredited
})-[:ON]->(wallet)
CREATE (entry)-[:OPENED]->(:BaselineLot:BaselineOpenLot {
  id: $lotId, brandId: wallet.brandId, walletId: wallet.id, entryId: $id, currency: 'points', sequence: wallet.sequence,
  amount: $amount, remaining: $amount, earnedAt: $now, expiresAt: $never
})
RETURN entry.balanceAfter AS balanceAfter
