// Reads an entry without its explanation.
// params: $id
// returns: entry
MATCH (entry:PointsEntry {id: $id})
RETURN entry
