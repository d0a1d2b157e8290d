/**
 * The one story that the first start, the tests, the README and the samples share: two brands, a
 * chain of referrals that begins with Ada, and an idea of Grace's that ships. It is told through
 * the doors, as anybody would.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "engagement",
            "score",
            "referral",
            "contribution",
            "points",
            "badge",
            "reward",
            "partner"
        })
package dev.grapevine.graph.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
