// Debits a customer's wallet by a new entry if it holds enough; otherwise remembers the refusal, so that the answer under
// its idempotency key stays the same. The wallet is locked by a constant write before anything of it is read. No row if
// there is no such customer in the caller's scope.
// params: $id, $customerId, $scope, $amount, $account, $reason, $recordedBy, $occurredAt, $now
// returns: outcome, entry, balance, required
MATCH (wallet:Wallet {customerId: $customerId})
WHERE $scope IS NULL OR wallet.brandId = $scope
SET wallet._lock = true
WITH wallet, wallet.balance >= $amount AS isEnough
CALL (wallet, isEnough) {
  WITH * WHERE isEnough
  SET wallet.sequence = wallet.sequence + 1, wallet.balance = wallet.balance - $amount
  CREATE (entry:PointsEntry {
    id: $id, brandId: wallet.brandId, walletId: wallet.id, sequence: wallet.sequence,
    debit: wallet.id, credit: $account, amount: $amount, balanceAfter: wallet.balance,
    reason: $reason, recordedBy: $recordedBy, occurredAt: $occurredAt, recordedAt: $now
  })-[:ON]->(wallet)
  RETURN 'DONE' AS outcome, entry
  UNION
  WITH * WHERE NOT isEnough
  CREATE (:RefusedRedemption {
    id: $id, brandId: wallet.brandId, walletId: wallet.id, balance: wallet.balance, required: $amount, recordedAt: $now
  })
  RETURN 'INSUFFICIENT_POINTS' AS outcome, null AS entry
}
RETURN outcome, entry, wallet.balance AS balance, $amount AS required
