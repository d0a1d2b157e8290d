/** Badges and their awards in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "rule"})
package dev.grapevine.api.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
