// Waits at most five minutes until every index is online.
CALL db.awaitIndexes(300)
