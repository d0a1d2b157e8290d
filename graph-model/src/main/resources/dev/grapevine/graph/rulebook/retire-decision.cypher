// Takes a decision out of force in a new edition, or drops a draft. The rulebook is locked before.
// params: $id, $now
// returns: decision
MATCH (decision:Decision {id: $id})
MATCH (book:Rulebook {brandId: decision.brandId})
FOREACH (_ IN CASE WHEN decision.state = 'PUBLISHED' THEN [1] ELSE [] END |
  SET book.edition = book.edition + 1, decision.inForceUntil = book.edition
)
SET decision.state = 'RETIRED', decision.retiredAt = $now
RETURN decision
