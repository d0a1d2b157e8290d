// Reads badge awards by their ids.
// params: $ids
// returns: award
MATCH (award:BadgeAward)
WHERE award.id IN $ids
RETURN award
