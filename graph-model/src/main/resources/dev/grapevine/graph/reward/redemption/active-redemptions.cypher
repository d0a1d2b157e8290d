// Counts a customer's redemptions of a reward that are not cancelled. The customer is locked before.
// params: $customerId, $rewardId
// returns: count
MATCH (redemption:Redemption {customerId: $customerId, rewardId: $rewardId, state: 'ACTIVE'})
RETURN count(redemption) AS count
