// Reads a status change by its id.
// params: $id
// returns: stamp
MATCH (stamp:StatusChange {id: $id})
RETURN stamp
