// Locks the ruleHistory of a brand, which is made when the brand decides something for the first time.
// params: $brandId
MERGE (config:EarningConfig {brandId: $brandId})
  ON CREATE SET config.revision = 0
SET config._lock = true
