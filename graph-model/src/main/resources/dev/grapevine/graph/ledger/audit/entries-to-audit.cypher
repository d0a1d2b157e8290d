// Entries of wallets in the order of their numbers, after one and up to another, with everything that hangs on them.
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
  reduce(sum = 0, amount IN [(entry)-[move:CONSUMED]->(:Lot) | move.amount] | sum + amount) AS consumed,
  reduce(sum = 0, amount IN [(entry)-[move:HELD]->(:Lot) | move.amount] | sum + amount) AS held,
  reduce(sum = 0, amount IN [(entry)-[move:RESTORED]->(:Lot) | move.amount] | sum + amount) AS restored,
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
        reduce(sum = 0, amount IN [(lot)<-[move:CONSUMED]-(by:PointsEntry) WHERE by.kind <> 'CAPTURED' | move.amount]
          | sum + amount)
        + reduce(sum = 0, amount IN [(lot)<-[move:HELD]-(:PointsEntry) | move.amount] | sum + amount)
        - reduce(sum = 0, amount IN [(lot)<-[move:RESTORED]-(:PointsEntry) | move.amount] | sum + amount)
    }
  } AS lots
