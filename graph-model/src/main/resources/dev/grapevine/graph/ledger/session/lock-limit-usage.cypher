// Locks the usage of limits, in the given order, and creates missing nodes with a usage of 0.
// params: $limits
// returns: limitUsage
UNWIND $limits AS row
MERGE (limitUsage:LimitUsage {key: row.key})
  ON CREATE SET limitUsage.brandId = row.brandId, limitUsage.used = 0
SET limitUsage._lock = true
RETURN limitUsage
