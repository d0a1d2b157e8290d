/** Badges and their awards in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
