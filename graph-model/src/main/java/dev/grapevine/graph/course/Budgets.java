package dev.grapevine.graph.course;

/** What is left for all customers together. */
public interface Budgets {

    /** Where nothing is short. */
    Budgets ENDLESS = (_, _, wanted) -> wanted;

    /**
     * Takes from a rule's budget.
     *
     * @param wanted above 0
     * @return how much there is of it, 0 to {@code wanted}
     */
    long take(String activityId, String ruleVersionId, long wanted);
}
