// Reads the entries of each range of a wallet, in the order of their numbers, with the sums of their lot movements, the
// number of their reversals, the amount of the hold that they placed, and the lots that they opened.
// params: $ranges
// returns: entry, consumed, held, restored, reversals, holdAmount, stillHeld, lots
UNWIND $ranges AS range
CALL (range) {
  MATCH (entry:PointsEntry {walletId: range.walletId})
  WHERE range.after < entry.sequence <= range.upTo
  RETURN entry
  ORDER BY entry.sequence
}
RETURN
  entry,
  reduce(sum = 0, amount IN [(entry)-[movement:CONSUMED]->(:Lot) | movement.amount] | sum + amount) AS consumed,
  reduce(sum = 0, amount IN [(entry)-[movement:HELD]->(:Lot) | movement.amount] | sum + amount) AS held,
  reduce(sum = 0, amount IN [(entry)-[movement:RESTORED]->(:Lot) | movement.amount] | sum + amount) AS restored,
  COUNT { (entry)<-[:REVERSES]-(:PointsEntry) } AS reversals,
  head(COLLECT { MATCH (hold:Hold {id: entry.holdId}) WHERE entry.kind = 'HELD' RETURN hold.amount }) AS holdAmount,
  coalesce(
    head(COLLECT { MATCH (hold:Hold {id: entry.holdId}) WHERE entry.kind = 'HELD' AND hold:OpenHold RETURN hold.amount }), 0
  ) AS stillHeld,
  COLLECT {
    MATCH (entry)-[:OPENED]->(lot:Lot)
    RETURN {
      id: lot.id, amount: lot.amount, remaining: lot.remaining, isOpen: lot:OpenLot, isPending: lot:PendingLot,
      drawn:
        reduce(sum = 0, amount IN [(lot)<-[movement:CONSUMED]-(by:PointsEntry) WHERE by.kind <> 'CAPTURED' | movement.amount]
          | sum + amount)
        + reduce(sum = 0, amount IN [(lot)<-[movement:HELD]-(:PointsEntry) | movement.amount] | sum + amount)
        - reduce(sum = 0, amount IN [(lot)<-[movement:RESTORED]-(:PointsEntry) | movement.amount] | sum + amount)
    }
  } AS lots
