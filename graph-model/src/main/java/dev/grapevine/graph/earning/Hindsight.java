package dev.grapevine.graph.earning;

import dev.grapevine.graph.badge.BadgeDefined;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activities.Doer;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.GraphBusy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Gives a new badge to whoever has earned it before, in batches. Whoever does so while it is being
 * defined gets it with their next activity.
 */
@Component
class Hindsight {

    private static final Logger log = LoggerFactory.getLogger(Hindsight.class);
    private static final int BATCH = 100;

    private final Activities activities;
    private final Customers customers;
    private final Reckoning reckoning;
    private final Graph graph;

    Hindsight(Activities activities, Customers customers, Reckoning reckoning, Graph graph) {
        this.activities = activities;
        this.customers = customers;
        this.reckoning = reckoning;
        this.graph = graph;
    }

    @EventListener
    void on(BadgeDefined defined) {
        var after = "";
        List<Doer> doers;
        do {
            doers = activities.doers(defined.brandId(), defined.kinds(), after, BATCH);
            recount(
                    defined.brandId(),
                    doers.stream().filter(Doer::hasDone).map(Doer::customerId).toList());
            after = doers.isEmpty() ? after : doers.getLast().key();
        } while (doers.size() == BATCH);
    }

    /** Goes over fewer at once when they have done too much together, or somebody is in the way. */
    private void recount(String brandId, List<String> customerIds) {
        var half = customerIds.size() / 2;
        try {
            recountTogether(brandId, customerIds);
        } catch (GraphBusy e) {
            if (half == 0) {
                log.warn("{} is left out, until their next activity", customerIds, e);
            } else {
                recount(brandId, customerIds.subList(0, half));
                recount(brandId, customerIds.subList(half, customerIds.size()));
            }
        }
    }

    private void recountTogether(String brandId, List<String> customerIds) {
        if (!customerIds.isEmpty()) {
            graph.inOneTransaction(
                    () -> {
                        var locked = customers.lock(Caller.GRAPEVINE, customerIds);
                        reckoning.recount(brandId, locked.keySet());
                        return locked;
                    });
        }
    }
}
