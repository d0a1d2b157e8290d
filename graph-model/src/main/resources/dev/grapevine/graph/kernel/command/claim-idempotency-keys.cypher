// Claims idempotency keys for commands, in the order given, or answers who claimed them before.
// params: $claims
// returns: scope, subjectId, isFirst, isSameInput
UNWIND $claims AS claim
MERGE (key:IdempotencyKey {scope: claim.scope})
  ON CREATE SET
    key.inputHash = claim.inputHash, key.subjectId = claim.subjectId, key.brandId = claim.brandId, key.recordedAt = claim.now
RETURN
  claim.scope AS scope, key.subjectId AS subjectId,
  key.subjectId = claim.subjectId AS isFirst, key.inputHash = claim.inputHash AS isSameInput
