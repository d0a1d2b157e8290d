// Reads one page of each customer's referees, earliest first, in the order of the index of referrals.
// Without the hint the planner caches a plan that scans all referrals while they are few.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, customer, referredAt, code
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH ()-[referred:REFERRED {referrerId: parentId}]->(referee:Customer)
  USING INDEX SEEK referred:REFERRED(referrerId, at, refereeId)
  WHERE referred.at >= $afterTime
    AND [referred.at, referred.refereeId] > [$afterTime, $afterId]
    AND referred.refereeId IS NOT NULL
  RETURN referred, referee
  ORDER BY referred.referrerId, referred.at, referred.refereeId
  LIMIT $limit
}
RETURN parentId, referee AS customer, referred.at AS referredAt, referred.code AS code
