// What commands on the ledger were answered: their entries, or the refusals that were remembered.
// params: $ids
// returns: id, entry, balance, required
UNWIND $ids AS id
CALL (id) {
  MATCH (entry:PointsEntry {id: id})
  RETURN entry, null AS balance, null AS required
  UNION ALL
  MATCH (refused:DeclinedRedemption {id: id})
  RETURN null AS entry, refused.balance AS balance, refused.required AS required
}
RETURN id, entry, balance, required
