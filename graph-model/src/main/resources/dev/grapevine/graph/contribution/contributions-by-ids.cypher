// Reads contributions by their ids.
// params: $ids
// returns: contribution
MATCH (contribution:Contribution)
WHERE contribution.id IN $ids
RETURN contribution
