/**
 * Tiers of customers, evidence and simulations in GraphQL; rules and their conditions in the
 * sub-packages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
