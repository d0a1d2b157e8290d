// Asks for nothing, to see whether the database answers.
// returns: beat
RETURN 1 AS beat
