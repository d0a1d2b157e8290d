/**
 * Badges and their awards, earned or manual. Implements the port through which earning awards
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
