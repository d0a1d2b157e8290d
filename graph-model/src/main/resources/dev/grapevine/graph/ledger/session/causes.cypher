// Reads the entries and activities that awards name as their causes; an activity is never reversed.
// params: $ids
// returns: cause
UNWIND $ids AS id
CALL (id) {
  MATCH (entry:PointsEntry {id: id})
  RETURN {id: id, brandId: entry.brandId, isReversed: EXISTS { (entry)<-[:REVERSES]-(:PointsEntry) }} AS cause
  UNION ALL
  MATCH (activity:Activity {id: id})
  RETURN {id: id, brandId: activity.brandId, isReversed: false} AS cause
}
RETURN cause
