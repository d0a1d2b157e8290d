// Reads the idempotency keys that are stored, on a node of their own or on the node that the command created.
// params: $keyHashes
// returns: keyHash, inputHash, subjectId
UNWIND $keyHashes AS keyHash
MATCH (key:IdempotencyKey {keyHash: keyHash})
RETURN keyHash, key.inputHash AS inputHash, coalesce(key.subjectId, key.id) AS subjectId
