/**
 * Badges: what a brand honours. A badge is awarded by hand, or by itself once a customer has done a
 * kind of activity often enough, in the transaction of the activity that reaches the threshold;
 * each customer gets it once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "engagement"})
package dev.grapevine.graph.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
