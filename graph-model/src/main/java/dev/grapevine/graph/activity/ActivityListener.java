package dev.grapevine.graph.activity;

import java.util.List;

/**
 * Port for modules that react to activities. Implementations are called in the order of
 * {@code @Order}, inside the transaction that records or cancels the activities, while their
 * customers are locked; an exception rolls the transaction back.
 */
public interface ActivityListener {

    /**
     * Handles new activities.
     *
     * @param activities activities of any number of customers, in the order of the report; never
     *     empty
     */
    void recorded(List<Activity> activities);

    /**
     * Handles cancelled activities.
     *
     * @param activities the activities after the cancellation; never empty
     */
    void cancelled(List<Activity> activities);
}
