// Writes one award with all data that the ledger writes: the wallet's sums, and an entry with its hash, the lot that it is,
// and the idempotency key that it carries. The hash is a parameter, because Cypher cannot calculate one. No row if the key was
// used before.
// params: $customerId, $keyHash, $inputHash, $id, $hash, $amount, $reason, $recordedBy, $now, $never
// returns: balanceAfter
MATCH (wallet:BaselineWallet {customerId: $customerId})
SET wallet._lock = true
WITH wallet
WHERE NOT EXISTS { (:BaselineIdempotencyKey {keyHash: $keyHash}) }
SET wallet.sequence = wallet.sequence + 1,
    wallet.balance = wallet.balance + $amount,
    wallet.pending = 0, wallet.held = 0, wallet.debt = 0,
    wallet.lifetimeEarned = wallet.lifetimeEarned + $amount, wallet.totalCredited = wallet.totalCredited + $amount,
    wallet.hash = $hash, wallet.bookedAt = $now
CREATE (entry:BaselineFullEntry:BaselineOpenLot:BaselineIdempotencyKey {
  id: $id, brandId: wallet.brandId, walletId: wallet.id, sequence: wallet.sequence, kind: 'EARNED',
  debit: 'ISSUED', credit: wallet.id, currency: 'points', amount: $amount, balanceAfter: wallet.balance,
  reason: $reason, recordedBy: $recordedBy, occurredAt: $now, bookedAt: $now, recordedAt: $now,
  hash: $hash, totalCredited: wallet.totalCredited, remaining: $amount, expiresAt: $never,
  keyHash: $keyHash, inputHash: $inputHash
})-[:ON]->(wallet)
RETURN entry.balanceAfter AS balanceAfter
