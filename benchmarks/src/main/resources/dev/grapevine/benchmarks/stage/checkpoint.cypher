// Writes all changes from memory to the files of the store.
// params:
// returns: success
CALL db.checkpoint() YIELD success
RETURN success
