/** Demo data of the first start, shared by tests and samples. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "brand",
            "customer",
            "activity",
            "referral",
            "contribution",
            "ledger",
            "ledger :: command",
            "ledger :: currency",
            "badge",
            "earning :: rule",
            "reward",
            "reward :: redemption",
            "engagement"
        })
package dev.grapevine.graph.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
