// Reads contributions by brand id and external id, joined by a bar.
// params: $keys
// returns: contribution
MATCH (contribution:Contribution)
WHERE contribution.key IN $keys
RETURN contribution
