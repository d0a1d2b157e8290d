package dev.grapevine.graph.earning;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.Activities;
import dev.grapevine.graph.engagement.Activities.Doer;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.GraphBusy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Gives a new badge to whoever has earned it before, in batches. Whoever does so while it is being
 * defined gets it with their next activity.
 */
@Component
public class Hindsight {

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

    /**
     * Awards a new badge to all customers whose earlier activities earn it. A customer for whom the
     * database is too busy is skipped, and {@code GraphBusy} is thrown after the last one: a
     * repeated call tries those customers again.
     *
     * @param kinds kinds of activities that the badge looks at
     */
    public void backfill(String brandId, List<String> kinds) {
        var after = "";
        GraphBusy busy = null;
        List<Doer> doers;
        do {
            doers = activities.doers(brandId, kinds, after, BATCH);
            var customerIds = doers.stream().filter(Doer::hasDone).map(Doer::customerId).toList();
            busy = recount(brandId, customerIds, busy);
            after = doers.isEmpty() ? after : doers.getLast().key();
        } while (doers.size() == BATCH);
        if (busy != null) {
            throw busy;
        }
    }

    /**
     * Goes over fewer at once when they have done too much together, or somebody is in the way.
     *
     * @param before how it failed before
     * @return how it failed last, for whomever; null if it never did
     */
    private @Nullable GraphBusy recount(
            String brandId, List<String> customerIds, @Nullable GraphBusy before) {
        try {
            recountTogether(brandId, customerIds);
            return before;
        } catch (GraphBusy e) {
            var half = customerIds.size() / 2;
            if (half == 0) {
                log.warn("{} does not get a new badge yet", customerIds.getFirst(), e);
                return e;
            }
            var first = recount(brandId, customerIds.subList(0, half), before);
            return recount(brandId, customerIds.subList(half, customerIds.size()), first);
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
