// Forgets idempotency keys that this transaction has claimed, because their commands were refused and may be tried again.
// params: $scopes
MATCH (key:IdempotencyKey)
WHERE key.scope IN $scopes
DELETE key
