// Brings a draft into force in a new edition; the version of the same key that is in force goes out. The rulebook is locked
// before.
// params: $id, $now
// returns: decision
MATCH (decision:Decision {id: $id})
MATCH (book:Rulebook {brandId: decision.brandId})
SET book.edition = book.edition + 1
WITH decision, book, decision.brandId + '|' + decision.type + '|' + decision.key + '|' AS series
CALL (decision, book, series) {
  MATCH (earlier:Decision)
  WHERE earlier.versionKey STARTS WITH series AND earlier.state = 'PUBLISHED'
  SET earlier.state = 'RETIRED', earlier.inForceUntil = book.edition, earlier.retiredAt = $now
}
SET decision.state = 'PUBLISHED', decision.inForceFrom = book.edition, decision.publishedAt = $now
RETURN decision
