/** Import of customers, contributions and activities from files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "activity",
            "referral",
            "contribution"
        })
package dev.grapevine.graph.dataimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
