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
 * Backfill of a new badge: replays, in batches, all customers of a brand who have activities of the
 * counted kinds. Customers who record activities in the meantime receive the badge with their next
 * activity.
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
     * Awards a new badge to all customers whose earlier activities earn the badge.
     *
     * @param kinds keys of the activity kinds that the badge counts
     * @throws GraphBusy after the last batch if customers were skipped because the database was
     *     busy; a repeated call tries them again
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
     * Replays customers in one transaction, and in two halves if that transaction fails: it may
     * have been too large, or a customer may be locked.
     *
     * @param before last failure so far; null for none
     * @return last failure; null for none
     */
    private @Nullable GraphBusy replay(
            String brandId, List<String> customerIds, @Nullable GraphBusy before) {
        try {
            replayInOneTransaction(brandId, customerIds);
            return before;
        } catch (GraphBusy e) {
            var half = customerIds.size() / 2;
            if (half == 0) {
                log.warn(
                        "Badge backfill skipped customer {}: database busy",
                        customerIds.getFirst(),
                        e);
                return e;
            }
            var first = replay(brandId, customerIds.subList(0, half), before);
            return replay(brandId, customerIds.subList(half, customerIds.size()), first);
        }
    }

    private void replayInOneTransaction(String brandId, List<String> customerIds) {
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
