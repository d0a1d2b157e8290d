// Credits a customer's wallet by a new entry, unless it would hold too much. The wallet is locked by a constant write
// before anything of it is read. No row if there is no such customer in the caller's scope.
// params: $id, $customerId, $scope, $amount, $account, $reason, $recordedBy, $occurredAt, $now
// returns: outcome, entry
MATCH (wallet:Wallet {customerId: $customerId})
WHERE $scope IS NULL OR wallet.brandId = $scope
SET wallet._lock = true
WITH wallet, wallet.lifetimeEarned + $amount <= 9007199254740991 AS isRoom
CALL (wallet, isRoom) {
  WITH * WHERE isRoom
  SET wallet.sequence = wallet.sequence + 1,
      wallet.balance = wallet.balance + $amount,
      wallet.lifetimeEarned = wallet.lifetimeEarned + $amount
  CREATE (entry:PointsEntry {
    id: $id, brandId: wallet.brandId, walletId: wallet.id, sequence: wallet.sequence,
    debit: $account, credit: wallet.id, amount: $amount, balanceAfter: wallet.balance,
    reason: $reason, recordedBy: $recordedBy, occurredAt: $occurredAt, recordedAt: $now
  })-[:ON]->(wallet)
  RETURN 'DONE' AS outcome, entry
  UNION
  WITH * WHERE NOT isRoom
  RETURN 'BALANCE_TOO_LARGE' AS outcome, null AS entry
}
RETURN outcome, entry
