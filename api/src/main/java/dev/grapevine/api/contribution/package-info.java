/** Contributions, votes and status changes in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
