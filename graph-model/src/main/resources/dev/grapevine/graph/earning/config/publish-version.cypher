// Brings a draft into force in a new revision; the version of the same key that is in force goes out. The rulebook is locked
// before.
// params: $id, $now
// returns: decision
MATCH (decision:ConfigVersion {id: $id})
MATCH (book:EarningConfig {brandId: decision.brandId})
SET book.revision = book.revision + 1
WITH decision, book, decision.brandId + '|' + decision.type + '|' + decision.key + '|' AS series
CALL (decision, book, series) {
  MATCH (earlier:ConfigVersion)
  WHERE earlier.versionKey STARTS WITH series AND earlier.state = 'PUBLISHED'
  SET earlier.state = 'RETIRED', earlier.inForceUntil = book.revision, earlier.retiredAt = $now
}
SET decision.state = 'PUBLISHED', decision.inForceFrom = book.revision, decision.publishedAt = $now
RETURN decision
