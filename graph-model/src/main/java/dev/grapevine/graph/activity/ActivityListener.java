package dev.grapevine.graph.activity;

import java.util.List;

/**
 * Port for modules that react to activities. Every implementation is called in the order of its
 * {@code @Order}, inside the transaction that records or cancels the activities, while their
 * customers are locked; an exception rolls the transaction back.
 */
public interface ActivityListener {

    /**
     * New activities were recorded.
     *
     * @param activities of any number of customers, in the order in which they were reported; never
     *     empty
     */
    void recorded(List<Activity> activities);

    /**
     * Activities were cancelled.
     *
     * @param activities as they are after the cancellation; never empty
     */
    void cancelled(List<Activity> activities);
}
