// Locks a reward until the transaction ends if there is a certain number of it, or if it is to be changed; whether there
// is, never changes, so that asking before the lock is safe. One outside the scope is left alone.
// params: $id, $scope, $isToChange
// returns: reward
MATCH (reward:Reward {id: $id})
WHERE $scope IS NULL OR reward.brandId = $scope
FOREACH (_ IN CASE WHEN $isToChange OR reward.supplied IS NOT NULL OR reward.issuesCoupons THEN [1] ELSE [] END |
  SET reward._lock = true)
RETURN reward
