// Locks how much of limits has been used, in the order given; what was never used begins with nothing.
// params: $limits
// returns: allowance
UNWIND $limits AS row
MERGE (allowance:LimitUsage {key: row.key})
  ON CREATE SET allowance.brandId = row.brandId, allowance.used = 0
SET allowance._lock = true
RETURN allowance
