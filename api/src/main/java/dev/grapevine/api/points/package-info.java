/** Wallets and points in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
