// Finds a badge award by who has which badge.
// params: $key
// returns: id
MATCH (award:BadgeAward {key: $key})
RETURN award.id AS id
