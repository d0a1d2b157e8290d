/**
 * Badges: what a brand honours. A badge is awarded by hand, or earned by activities; what it takes
 * is data of room {@code rule}, which room {@code earning} carries out in the transaction of the
 * activity. An award is unique by customer, badge, level and what it was earned for, and is taken
 * back when its cause is, unless the badge is meant to stay.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "brand", "customer", "engagement", "rule", "rulebook"})
package dev.grapevine.graph.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
