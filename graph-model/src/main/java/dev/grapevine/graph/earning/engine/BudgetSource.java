package dev.grapevine.graph.earning.engine;

/** Budgets of rules, shared by all customers of a brand. */
public interface BudgetSource {

    /** Source of unlimited budgets. */
    BudgetSource UNLIMITED = (_, _, requested) -> requested;

    /**
     * Takes points from the budget of a rule.
     *
     * @param activityId activity for which the rule gives the points
     * @param ruleVersionId version of the rule
     * @param requested requested points, above 0
     * @return granted points, 0 to {@code requested}
     */
    long reserve(String activityId, String ruleVersionId, long requested);
}
