/**
 * Contributions: ideas, reviews, reports and questions of customers, the votes on them and their
 * status.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "activity"})
package dev.grapevine.graph.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
