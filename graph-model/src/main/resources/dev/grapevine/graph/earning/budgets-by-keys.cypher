// Reads the remaining points of the budgets of rules; no row for a budget that was never used. $keys are ids of rule versions.
// params: $keys
// returns: key, left
MATCH (budget:RuleBudget)
WHERE budget.key IN $keys
RETURN budget.key AS key, budget.left AS left
