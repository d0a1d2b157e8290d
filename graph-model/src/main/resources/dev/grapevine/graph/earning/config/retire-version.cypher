// Takes a decision out of force in a new revision, or drops a draft. The rulebook is locked before.
// params: $id, $now
// returns: decision
MATCH (decision:ConfigVersion {id: $id})
MATCH (book:EarningConfig {brandId: decision.brandId})
FOREACH (_ IN CASE WHEN decision.state = 'PUBLISHED' THEN [1] ELSE [] END |
  SET book.revision = book.revision + 1, decision.inForceUntil = book.revision
)
SET decision.state = 'RETIRED', decision.retiredAt = $now
RETURN decision
