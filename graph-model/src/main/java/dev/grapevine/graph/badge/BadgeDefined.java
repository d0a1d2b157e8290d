package dev.grapevine.graph.badge;

import java.util.List;

/**
 * A brand has a new badge. Published after its transaction, and again when its definition is
 * repeated: whoever earns it by what they have done before is to get it.
 *
 * @param kinds kinds of activities that it looks at
 */
public record BadgeDefined(String brandId, String badgeKey, List<String> kinds) {}
