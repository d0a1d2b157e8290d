// Writes what has changed of a reward that is locked.
// params: $id, $changes
// returns: reward
MATCH (reward:Reward {id: $id})
SET reward += $changes
RETURN reward
