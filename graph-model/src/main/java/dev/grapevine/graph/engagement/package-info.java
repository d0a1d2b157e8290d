/** Engagement of customers: versioned definitions, scores and weekly trends. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "activity", "activity :: kind"})
package dev.grapevine.graph.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
