// Locks the rulebook of a brand, which is made when the brand decides something for the first time.
// params: $brandId
MERGE (book:EarningConfig {brandId: $brandId})
  ON CREATE SET book.revision = 0
SET book._lock = true
