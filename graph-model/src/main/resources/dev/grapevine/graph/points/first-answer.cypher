// Finds what a command on the ledger was answered: its entry, or the refusal that was remembered.
// params: $id
// returns: outcome, entry, balance, required
OPTIONAL MATCH (entry:PointsEntry {id: $id})
OPTIONAL MATCH (refused:RefusedRedemption {id: $id})
RETURN
  CASE WHEN entry IS NULL THEN 'INSUFFICIENT_POINTS' ELSE 'DONE' END AS outcome,
  entry, refused.balance AS balance, refused.required AS required
