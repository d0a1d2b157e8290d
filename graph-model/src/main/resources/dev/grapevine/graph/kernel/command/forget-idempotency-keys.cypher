// Deletes idempotency keys claimed in this transaction whose commands were rejected and may be repeated.
// params: $scopes
MATCH (key:IdempotencyKey)
WHERE key.scope IN $scopes
DELETE key
