/**
 * Brings a whole community in from files: customers, who referred whom, contributions and
 * activities. Importing twice changes nothing, so an import that was interrupted is simply started
 * again; a row that cannot be taken is written to a reject file with its line and the reason.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "engagement",
            "referral",
            "contribution"
        })
package dev.grapevine.graph.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
