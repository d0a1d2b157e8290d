// Finds a stamp by its id.
// params: $id
// returns: stamp
MATCH (stamp:StatusStamp {id: $id})
RETURN stamp
