// Stores what is left of rules' budgets. They are locked before.
// params: $rows
UNWIND $rows AS row
MATCH (budget:RuleBudget {key: row.key})
SET budget.left = row.left
