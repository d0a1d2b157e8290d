/**
 * Rules, limits and tiers in GraphQL. What callers write becomes what room {@code rule} knows; what
 * a brand has decided can be read back in the same form.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "rule"})
package dev.grapevine.api.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
