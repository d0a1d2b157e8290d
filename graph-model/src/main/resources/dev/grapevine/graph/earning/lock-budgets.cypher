// Locks what is left of rules' budgets, in the order given; what is missing is made.
// params: $rows
// returns: key, left
UNWIND $rows AS row
MERGE (budget:RuleBudget {key: row.key})
  ON CREATE SET budget.brandId = row.brandId, budget.left = row.budget
SET budget._lock = true
WITH budget
RETURN budget.key AS key, budget.left AS left
