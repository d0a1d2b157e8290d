/**
 * Badges: what a brand honours. A badge is awarded by hand, or earned by activities; what it takes
 * is data of module {@code rule}; module {@code earning} evaluates it in the transaction of the
 * activity and awards the badge by its port {@code BadgeAwarder}, which this module implements. An
 * award is unique by customer, badge, level and what it was earned for, and is taken back when its
 * cause is, unless the badge is meant to stay.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "engagement",
            "rule",
            "rulebook",
            "earning"
        })
package dev.grapevine.graph.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
