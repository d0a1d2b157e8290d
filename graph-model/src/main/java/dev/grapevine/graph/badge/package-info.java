/**
 * Badges and their awards, earned or manual. Implements {@link
 * dev.grapevine.graph.earning.BadgeAwarder}, the port through which the earning module awards
 * badges.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "activity",
            "earning",
            "earning :: rule",
            "earning :: config"
        })
package dev.grapevine.graph.badge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
