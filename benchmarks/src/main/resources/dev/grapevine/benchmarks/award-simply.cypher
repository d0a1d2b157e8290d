// One award as the driver alone would write it: the wallet is locked by a constant write, the idempotency key is claimed,
// the balance moves and one entry is made. No row if the key was claimed before.
// params: $customerId, $scope, $inputHash, $id, $amount, $reason, $recordedBy, $now
// returns: balanceAfter
MATCH (wallet:BaselineWallet {customerId: $customerId})
SET wallet._lock = true
MERGE (key:BaselineIdempotencyKey {periodKey: $scope})
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
