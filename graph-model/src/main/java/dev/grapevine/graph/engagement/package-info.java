/** Engagement of customers: versioned definitions of what counts, scores, weekly trends. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "activity", "activity :: kind"})
package dev.grapevine.graph.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
