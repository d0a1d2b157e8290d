// Reads a reward in the caller's scope and locks it until the transaction ends if it has limited stock, issues coupons or is
// to be changed. The read before the lock is safe: whether stock is limited and whether coupons are issued never changes.
// params: $id, $scope, $isToChange
// returns: reward
MATCH (reward:Reward {id: $id})
WHERE $scope IS NULL OR reward.brandId = $scope
FOREACH (_ IN CASE WHEN $isToChange OR reward.supplied IS NOT NULL OR reward.issuesCoupons THEN [1] ELSE [] END |
  SET reward._lock = true)
RETURN reward
