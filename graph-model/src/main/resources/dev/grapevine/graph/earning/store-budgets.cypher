// Stores the remaining points of budgets that the caller has locked. $left maps ids of rule versions to points.
// params: $left
UNWIND keys($left) AS key
MATCH (budget:RuleBudget {key: key})
SET budget.left = $left[key]
