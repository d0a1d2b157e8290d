/**
 * Tiers of customers and simulations in GraphQL; configuration and conditions in the sub-packages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
