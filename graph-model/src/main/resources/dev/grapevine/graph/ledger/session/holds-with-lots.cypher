// Reads holds with the lots that they drew from.
// params: $ids
// returns: customerId, currency, hold, parts
UNWIND $ids AS id
MATCH (hold:Hold {id: id})
CALL (hold) {
  MATCH (:PointsEntry {id: hold.entryId})-[drawn:HELD]->(lot)
  RETURN collect({lot: lot, isPending: false, amount: drawn.amount}) AS parts
}
RETURN hold.customerId AS customerId, hold.currency AS currency, hold, parts
