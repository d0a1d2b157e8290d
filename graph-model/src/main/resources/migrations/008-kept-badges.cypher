// Each badge says whether it stays when what it was earned by is withdrawn. Badges from before are told here.
MATCH (badge:Badge)
SET badge.isKept = coalesce(badge.criteria CONTAINS '"keepsWhenWithdrawn":true', false);
