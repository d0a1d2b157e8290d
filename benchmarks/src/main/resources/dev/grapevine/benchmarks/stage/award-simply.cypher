// Writes one award of a minimal ledger: locks the wallet by a constant write, claims the idempotency key, updates the balance
// and creates an entry. No row if the key was claimed before.
// params: $customerId, $keyHash, $inputHash, $id, $amount, $reason, $recordedBy, $now
// returns: balanceAfter
MATCH (wallet:BaselineWallet {customerId: $customerId})
SET wallet._lock = true
MERGE (key:BaselineIdempotencyKey {keyHash: $keyHash})
  ON CREATE SET key.inputHash = $inputHash, key.subjectId = $id, key.brandId = wallet.brandId, key.recordedAt = $now
WITH wallet, key
WHERE key.subjectId = $id
SET wallet.sequence = wallet.sequence + 1,
    wallet.balance = wallet.balance + $amount,
    wallet.lifetimeEarned = wallet.lifetimeEarned + $amount
CREATE (entry:BaselineEntry {
  id: $id, brandId: wallet.brandId, walletId: wallet.id, sequence: wallet.sequence,
  debit: 'ISSUED', credit: wallet.id, amount: $amount, balanceAfter: wallet.balance,
  reason: $reason, recordedBy: $recordedBy, occurredAt: $now, recordedAt: $now
})-[:ON]->(wallet)
RETURN entry.balanceAfter AS balanceAfter
