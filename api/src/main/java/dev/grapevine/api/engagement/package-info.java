/** Engagement scores, definitions and trends in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
