// What is left of rules' budgets from which something was taken.
// params: $keys
// returns: key, left
MATCH (budget:RuleBudget)
WHERE budget.key IN $keys
RETURN budget.key AS key, budget.left AS left
