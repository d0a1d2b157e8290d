// Adds new activities to the tallies of their customers.
// params: $tallies
// returns: brandId, customerId, kind, count, lastAt
UNWIND $tallies AS row
MERGE (tally:ActivityTally {key: row.key})
  ON CREATE SET
    tally.brandId = row.brandId, tally.customerId = row.customerId, tally.kind = row.kind,
    tally.count = 0, tally.quantity = 0
SET tally.count = tally.count + row.count, tally.quantity = tally.quantity + row.quantity
RETURN
  row.brandId AS brandId, row.customerId AS customerId, row.kind AS kind, tally.count AS count, row.lastAt AS lastAt
