package dev.grapevine.graph.engagement;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of activities that each brand has defined. A brand that has defined none takes
 * activities of any kind; from its first kind on it takes those that it knows, and {@link
 * Activities#OWN_KINDS}.
 */
public interface ActivityKinds {

    /** How many kinds a brand can have. */
    int MOST = 1_000;

    /** How many fields a kind can have. */
    int MOST_FIELDS = 20;

    /**
     * Defines a kind, once per idempotency key. Refusals: {@code INVALID_INPUT}, {@code
     * BRAND_NOT_FOUND}, {@code RESERVED_KIND}, {@code KIND_TAKEN}, {@code TOO_MANY_KINDS}.
     */
    Outcome<ActivityKind> define(Call call, String brandKey, DefineActivityKind command);

    /** The kinds of each brand, earliest first, by brand id. One round trip. */
    Map<String, Page<ActivityKind>> ofBrands(Collection<String> brandIds, PageRequest request);

    /** The number of activity kinds of each brand, by brand id. One round trip. */
    Map<String, Long> countsOfBrands(Collection<String> brandIds);

    /** The kind of a brand with this name. Mostly answered from memory. */
    Optional<ActivityKind> byName(String brandId, String name);

    /**
     * The kinds that a brand has defined, by name; mostly from memory. What another process has
     * defined may be missing for up to a minute, see {@link #known(String, Collection)}.
     */
    Map<String, ActivityKind> known(String brandId);

    /**
     * The kinds that a brand has defined, by name, at least those with these names: one that is not
     * in memory is looked for in the graph, unless the brand seems to have defined none (which is
     * believed for ten seconds).
     */
    Map<String, ActivityKind> known(String brandId, Collection<String> names);

    /** The kinds with these ids that the caller may see, by id. One round trip. */
    Map<String, ActivityKind> byIds(Caller caller, Collection<String> ids);
}
