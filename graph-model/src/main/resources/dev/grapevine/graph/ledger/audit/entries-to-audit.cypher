// Reads the first entries of each wallet after a time and number, in the order in which they took effect, with the sums
// of their lot movements, the number of their reversals, the amount of the hold that they placed, and the lots that they
// opened, and the labels by which it is found at its effective time.
// params: $positions, $limit
// returns: entry, consumed, held, restored, reversals, holdAmount, stillHeld, lots, labels
UNWIND $positions AS position
CALL (position) {
  MATCH (entry:PointsEntry {walletId: position.walletId})
  USING INDEX SEEK entry:PointsEntry(walletId, bookedAt, sequence)
  WHERE entry.bookedAt >= position.bookedAt
    AND [entry.bookedAt, entry.sequence] > [position.bookedAt, position.sequence]
    AND entry.sequence IS NOT NULL
  RETURN entry
  ORDER BY entry.walletId, entry.bookedAt, entry.sequence
  LIMIT $limit
}
WITH entry, CASE entry.kind WHEN 'HELD' THEN entry.holdId END AS holdId
OPTIONAL MATCH (hold:Hold {id: holdId})
RETURN
  entry,
  reduce(sum = 0, amount IN [(entry)-[movement:CONSUMED]->() | movement.amount] | sum + amount) AS consumed,
  reduce(sum = 0, amount IN [(entry)-[movement:HELD]->() | movement.amount] | sum + amount) AS held,
  reduce(sum = 0, amount IN [(entry)-[movement:RESTORED]->() | movement.amount] | sum + amount) AS restored,
  COUNT { (entry)<-[:REVERSES]-(:PointsEntry) } AS reversals,
  hold.amount AS holdAmount,
  CASE WHEN hold:OpenHold THEN hold.amount ELSE 0 END AS stillHeld,
  COLLECT {
    MATCH (entry)-[:OPENED]->{0,1}(lot WHERE lot.remaining IS NOT NULL)
    RETURN {
      id: lot.id, amount: lot.amount, remaining: lot.remaining, isOpen: lot:OpenLot, isPending: lot:PendingLot,
      drawn:
        reduce(sum = 0, amount IN [(lot)<-[movement:CONSUMED]-(by:PointsEntry) WHERE by.kind <> 'CAPTURED' | movement.amount]
          | sum + amount)
        + reduce(sum = 0, amount IN [(lot)<-[movement:HELD]-(:PointsEntry) | movement.amount] | sum + amount)
        - reduce(sum = 0, amount IN [(lot)<-[movement:RESTORED]-(:PointsEntry) | movement.amount] | sum + amount)
    }
  } AS lots,
  [label IN labels(entry) WHERE label IN ['BackdatedEntry', 'OutOfOrderEntry']] AS labels
