// Locks the budgets of rules in the order of $rows; creates missing ones with the full budget. A row has key (id of the rule
// version), brandId and budget; left is the number of remaining points.
// params: $rows
// returns: key, left
UNWIND $rows AS row
MERGE (budget:RuleBudget {key: row.key})
  ON CREATE SET budget.brandId = row.brandId, budget.left = row.budget
SET budget._lock = true
WITH budget
RETURN budget.key AS key, budget.left AS left
