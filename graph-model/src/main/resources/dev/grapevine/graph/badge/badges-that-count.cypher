// Finds the badges that count activities of some kinds.
// params: $brandIds, $kinds
// returns: badge
MATCH (badge:Badge)
WHERE badge.brandId IN $brandIds AND badge.kind IN $kinds
RETURN badge
