// Claims idempotency keys for commands, in the given order, or returns the earlier claims.
// params: $claims
// returns: scope, subjectId, isFirst, isSameInput
UNWIND $claims AS claim
MERGE (key:IdempotencyKey {scope: claim.scope})
  ON CREATE SET
    key.inputHash = claim.inputHash, key.subjectId = claim.subjectId, key.brandId = claim.brandId, key.recordedAt = claim.now
RETURN
  claim.scope AS scope, key.subjectId AS subjectId,
  key.subjectId = claim.subjectId AS isFirst, key.inputHash = claim.inputHash AS isSameInput
