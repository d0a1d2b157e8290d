package dev.grapevine.graph.earning;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where customers stand. */
public interface Tiers {

    /**
     * The standings of customers of one brand on its ladders, in the order of the ladders' keys, by
     * customer id. One round trip, and up to three more if the brand has changed its ladders and a
     * customer has done nothing since.
     */
    Map<String, List<TierStanding>> ofCustomers(Collection<String> customerIds);
}
