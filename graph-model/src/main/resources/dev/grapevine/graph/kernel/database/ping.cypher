// Checks that the database answers.
// returns: beat
RETURN 1 AS beat
