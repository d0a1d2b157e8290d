/** Engagement scores, trends and definitions in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
