// Reads the original results of commands: their entries, or the balance and required points of declined redemptions.
// params: $ids
// returns: id, entry, balance, required
UNWIND $ids AS id
CALL (id) {
  MATCH (entry:PointsEntry {id: id})
  RETURN entry, null AS balance, null AS required
  UNION ALL
  MATCH (declined:DeclinedDebit {id: id})
  RETURN null AS entry, declined.balance AS balance, declined.required AS required
}
RETURN id, entry, balance, required
