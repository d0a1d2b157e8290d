package dev.grapevine.graph.earning;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activities.CustomerActivity;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;

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
public class BadgeBackfill {

    private static final Logger log = LoggerFactory.getLogger(BadgeBackfill.class);
    private static final int BATCH = 100;

    private final Activities activities;
    private final Customers customers;
    private final EarningProcessor earningProcessor;
    private final GraphClient graph;

    BadgeBackfill(
            Activities activities,
            Customers customers,
            EarningProcessor earningProcessor,
            GraphClient graph) {
        this.activities = activities;
        this.customers = customers;
        this.earningProcessor = earningProcessor;
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
        List<CustomerActivity> customerActivities;
        do {
            customerActivities = activities.customersByActivity(brandId, kinds, after, BATCH);
            var customerIds =
                    customerActivities.stream()
                            .filter(CustomerActivity::hasActivity)
                            .map(CustomerActivity::customerId)
                            .toList();
            busy = replay(brandId, customerIds, busy);
            after = customerActivities.isEmpty() ? after : customerActivities.getLast().key();
        } while (customerActivities.size() == BATCH);
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
    private @Nullable GraphBusy replay(
            String brandId, List<String> customerIds, @Nullable GraphBusy before) {
        try {
            replayTogether(brandId, customerIds);
            return before;
        } catch (GraphBusy e) {
            var half = customerIds.size() / 2;
            if (half == 0) {
                log.warn("{} does not get a new badge yet", customerIds.getFirst(), e);
                return e;
            }
            var first = replay(brandId, customerIds.subList(0, half), before);
            return replay(brandId, customerIds.subList(half, customerIds.size()), first);
        }
    }

    private void replayTogether(String brandId, List<String> customerIds) {
        if (!customerIds.isEmpty()) {
            graph.inOneTransaction(
                    () -> {
                        var locked = customers.lock(Caller.SYSTEM, customerIds);
                        earningProcessor.replay(brandId, locked.keySet());
                        return locked;
                    });
        }
    }
}
