// Claims an idempotency key by a node of its own, or returns what was stored under the key before: by a node of its own,
// or on the node that the command created.
// params: $claim
// returns: keyHash, inputHash, subjectId
MERGE (key:IdempotencyKey {keyHash: $claim.key.keyHash})
  ON CREATE SET
    key.inputHash = $claim.key.inputHash, key.subjectId = $claim.subjectId, key.brandId = $claim.brandId,
    key.recordedAt = $claim.now
RETURN key.keyHash AS keyHash, key.inputHash AS inputHash, coalesce(key.subjectId, key.id) AS subjectId
