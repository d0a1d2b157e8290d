/** Badges, awards and their evidence in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "earning :: rule"})
package dev.grapevine.api.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
