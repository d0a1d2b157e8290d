package dev.grapevine.graph.score;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What counts as engagement at each brand. A version never changes and is never deleted: what is
 * asked by it can always be asked again. Every command is carried out once per idempotency key and
 * refuses {@code INVALID_INPUT} (with the path of each field that is wrong), {@code BRAND_NOT_FOUND},
 * {@code DUPLICATE_ACTION} and {@code KIND_COUNTED_TWICE}.
 */
public interface EngagementDefinitions {

    /** How many definitions a brand may have, about: commands at the same moment may pass it. */
    int MOST_DEFINITIONS = 100;

    /** How many versions a definition may have. */
    int MOST_VERSIONS = 1_000;

    /** How many actions a version may have. */
    int MOST_ACTIONS = 20;

    /** How many kinds may count as one action. */
    int MOST_KINDS_OF_ACTION = 50;

    /** How many kinds a version may name in all. */
    int MOST_KINDS = 100;

    /** The largest weight. */
    long LARGEST_WEIGHT = 1_000;

    /**
     * Adopts a template. Refusals besides: {@code ACTION_NOT_FOUND}, {@code DEFINITION_KEY_TAKEN},
     * {@code TOO_MANY_DEFINITIONS}.
     */
    Outcome<EngagementDefinition> adopt(
            Call call, String brandKey, AdoptEngagementDefinition command);

    /**
     * Defines what counts in the brand's own words. Refusals besides: {@code DEFINITION_KEY_TAKEN},
     * {@code TOO_MANY_DEFINITIONS}.
     */
    Outcome<EngagementDefinition> define(Call call, String brandKey, DefineEngagement command);

    /**
     * Makes the next version of a definition; of two at once each gets a number of its own.
     * Refusals besides: {@code DEFINITION_NOT_FOUND}, {@code TOO_MANY_VERSIONS}.
     */
    Outcome<EngagementDefinition> revise(Call call, String brandKey, ReviseEngagement command);

    /** The version of each brand's own definition of that key, by brand id. One round trip. */
    Map<String, EngagementDefinition> versions(Collection<String> brandIds, VersionAsked asked);

    /** The versions of each brand's definitions, earliest first, by brand id. One round trip. */
    Map<String, Page<EngagementDefinition>> ofBrands(
            Collection<String> brandIds, PageRequest request);

    /** The number of definition versions of each brand, by brand id. One round trip. */
    Map<String, Long> countsOfBrands(Collection<String> brandIds);

    /**
     * The latest versions of definitions that count kinds of activities, in the order of their
     * keys, by the kind's id: those of its brand that name it, and none if it belongs to campaigns.
     * One round trip.
     */
    Map<String, List<EngagementDefinition>> countingKinds(Collection<String> kindIds);

    /** The versions with these ids that the caller may see, by id. One round trip. */
    Map<String, EngagementDefinition> byIds(Caller caller, Collection<String> ids);
}
