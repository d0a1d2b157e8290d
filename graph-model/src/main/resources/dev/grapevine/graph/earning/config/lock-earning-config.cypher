// Locks the earning configuration of a brand; creates the node with revision 0 if it is missing.
// params: $brandId
MERGE (config:EarningConfig {brandId: $brandId})
  ON CREATE SET config.revision = 0
SET config._lock = true
