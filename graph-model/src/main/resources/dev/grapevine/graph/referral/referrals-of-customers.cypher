// One page of each customer's direct referrals, earliest first.
// params: $ids, $afterSort, $afterId, $limit
// returns: parentId, id, referrer, referee, referredAt, code
UNWIND $ids AS parentId
CALL (parentId) {
  MATCH (referrer:Customer {id: parentId})-[referred:REFERRED]->(referee:Customer)
  WHERE referred.at >= datetime({epochMillis: $afterSort})
    AND (referred.at > datetime({epochMillis: $afterSort}) OR referee.id > $afterId)
  RETURN referrer, referred, referee
  ORDER BY referred.at, referee.id
  LIMIT $limit
}
RETURN parentId, referred.id AS id, referrer, referee, referred.at AS referredAt, referred.code AS code
