package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The decisions of brands. Those who write are inside a transaction. */
public interface Decisions {

    /** How many versions a brand can have, drafts and retired ones included. */
    int MOST = 5_000;

    /**
     * Something to be decided.
     *
     * @param spec a record of room {@code rule}
     */
    record Proposal(
            String id, String brandId, Decision.Type type, String key, String name, Object spec) {}

    /** Stores a draft, as the next version of its key; null if the brand has too many versions. */
    @Nullable Decision draft(Proposal proposal);

    /**
     * Brings a decision into force, in a new edition; the version of the same key that is in force
     * goes out of it.
     */
    Decision publish(Decision decision);

    /** Takes a decision out of force, in a new edition; or drops a draft. */
    Decision retire(Decision decision);

    /** Locks the rulebook of a brand, so that nobody else decides meanwhile. */
    void lock(String brandId);

    /** The version that is in force. */
    Optional<Decision> inForce(String brandId, Decision.Type type, String key);

    /** The decisions with these ids that the caller may see, by id. One round trip. */
    Map<String, Decision> byIds(Caller caller, Collection<String> ids);

    /**
     * The decisions of brands, earliest first. One round trip. The request's filter {@code type} is
     * the name of a type; its filters {@code state}, the name of a state, and {@code key} are null
     * for all.
     */
    Map<String, Page<Decision>> ofBrands(Collection<String> brandIds, PageRequest request);

    /**
     * The number of decisions of a type of each brand, by brand id; with the filters of {@code
     * ofBrands}. One round trip.
     */
    Map<String, Long> countsOfBrands(Collection<String> brandIds, Map<String, ?> filters);
}
