// Writes changed properties of a locked reward.
// params: $id, $changes
// returns: reward
MATCH (reward:Reward {id: $id})
SET reward += $changes
RETURN reward
