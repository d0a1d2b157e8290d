/** Engagement: versioned definitions of what counts, scores of customers, weekly trends. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "activity", "activity :: kind"})
package dev.grapevine.graph.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
