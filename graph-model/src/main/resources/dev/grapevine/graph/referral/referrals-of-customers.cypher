// Reads one page of each customer's referees, those of unknown time first, then the earliest, in the order of the index of referrals.
// Without the hint the planner caches a plan that scans all referrals while they are few.
// params: $ids, $afterTime, $afterId, $limit
// returns: parentId, customer, referredAt, listedAt, code
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH ()-[referred:REFERRED {referrerId: parentId}]->(referee:Customer)
  USING INDEX SEEK referred:REFERRED(referrerId, listedAt, refereeId)
  WHERE referred.listedAt >= $afterTime
    AND [referred.listedAt, referred.refereeId] > [$afterTime, $afterId]
    AND referred.refereeId IS NOT NULL
  RETURN referred, referee
  ORDER BY referred.referrerId, referred.listedAt, referred.refereeId
  LIMIT $limit
}
RETURN parentId, referee AS customer, referred.at AS referredAt, referred.listedAt AS listedAt, referred.code AS code
