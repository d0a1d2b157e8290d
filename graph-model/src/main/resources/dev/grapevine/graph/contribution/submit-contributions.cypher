// Creates the contributions that do not exist yet; existing ones stay unchanged. The caller has locked the authors.
// params: $rows
// returns: rowId, contribution
UNWIND $rows AS row
WITH row ORDER BY row.key
MERGE (contribution:Contribution {key: row.key})
  ON CREATE SET contribution += row.contribution, contribution:ActivitySubject
WITH row, contribution, contribution.id = row.contribution.id AS isNew
CALL (row, contribution, isNew) {
  WITH * WHERE isNew
  MATCH (customer:Customer {id: row.contribution.customerId})
  CREATE (customer)-[:CONTRIBUTED]->(contribution)
  WITH row, contribution
  MATCH (brand:Brand {id: row.contribution.brandId})
  CREATE (contribution)-[:FOR]->(brand)
}
CALL (row, contribution, isNew) {
  WITH * WHERE isNew AND row.inReplyToId IS NOT NULL
  MATCH (original:Contribution {id: row.inReplyToId})
  SET contribution.inReplyToId = original.id
  CREATE (contribution)-[:REPLIES_TO]->(original)
}
RETURN row.contribution.id AS rowId, contribution
