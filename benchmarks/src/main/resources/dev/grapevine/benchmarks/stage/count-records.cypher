// Counts nodes, relationships, and the properties of both.
// params:
// returns: nodes, relationships, properties
CALL () {
  MATCH (node)
  RETURN count(node) AS nodes, sum(size(keys(node))) AS ofNodes
}
CALL () {
  MATCH ()-[relationship]->()
  RETURN count(relationship) AS relationships, sum(size(keys(relationship))) AS ofRelationships
}
RETURN nodes, relationships, ofNodes + ofRelationships AS properties
