// One entry, as far as the driver alone gets in explaining it.
// params: $id
// returns: entry
MATCH (entry:PointsEntry {id: $id})
RETURN entry
