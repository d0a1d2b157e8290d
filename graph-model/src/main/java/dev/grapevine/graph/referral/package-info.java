/**
 * Who brought whom. The referrals of a brand are a forest: a customer has at most one referrer, and
 * no chain ever comes back to where it began, also when many try at once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "engagement"})
package dev.grapevine.graph.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
