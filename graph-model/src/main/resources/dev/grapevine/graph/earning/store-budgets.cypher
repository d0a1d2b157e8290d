// Stores what is left of rules' budgets. They are locked before.
// params: $left
UNWIND keys($left) AS key
MATCH (budget:RuleBudget {key: key})
SET budget.left = $left[key]
