/**
 * Referrals between customers of one brand: at most one referrer for each customer, and no cycle.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "activity"})
package dev.grapevine.graph.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
