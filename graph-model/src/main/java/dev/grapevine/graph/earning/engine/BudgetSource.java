package dev.grapevine.graph.earning.engine;

/** What is left for all customers together. */
public interface BudgetSource {

    /** Where nothing is short. */
    BudgetSource ENDLESS = (_, _, wanted) -> wanted;

    /**
     * Takes from a rule's budget.
     *
     * @param wanted above 0
     * @return how much there is of it, 0 to {@code wanted}
     */
    long reserve(String activityId, String ruleVersionId, long wanted);
}
