/**
 * Contributions of customers, namely ideas, reviews, reports and questions, with votes and status.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "activity"})
package dev.grapevine.graph.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
