/**
 * Reckons what activities earn: in the transaction that records them, each customer's course goes
 * on from where it stood, or is gone over from the beginning where an activity came late, was
 * withdrawn, or the brand asks for new figures. What comes of it is booked as entries, and as
 * badges by the port {@code BadgeAwarder}; what changes for earlier activities, as corrections. The
 * same fold answers what would happen.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "engagement",
            "points",
            "rule",
            "course",
            "rulebook"
        })
package dev.grapevine.graph.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
