// Claims an idempotency key for a command, or answers who claimed it before.
// params: $scope, $inputHash, $subjectId, $brandId, $now
// returns: subjectId, isFirst, isSameInput
MERGE (key:IdempotencyKey {scope: $scope})
  ON CREATE SET key.inputHash = $inputHash, key.subjectId = $subjectId, key.brandId = $brandId, key.recordedAt = $now
RETURN key.subjectId AS subjectId, key.subjectId = $subjectId AS isFirst, key.inputHash = $inputHash AS isSameInput
