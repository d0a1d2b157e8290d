// What is kept of how far customers have come with contributions.
// params: $keys
// returns: course
MATCH (course:EarningSnapshot)
WHERE course.key IN $keys
RETURN course
