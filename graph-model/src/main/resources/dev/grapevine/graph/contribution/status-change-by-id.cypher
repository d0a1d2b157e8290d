// Reads a status change by its id.
// params: $id
// returns: statusChange
MATCH (statusChange:StatusChange {id: $id})
RETURN statusChange
