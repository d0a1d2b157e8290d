// Reads entries by their ids.
// params: $ids
// returns: entry
MATCH (entry:PointsEntry)
WHERE entry.id IN $ids
RETURN entry
