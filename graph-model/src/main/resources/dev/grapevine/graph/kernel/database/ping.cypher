// Checks that the database answers.
// returns: ping
RETURN 1 AS ping
