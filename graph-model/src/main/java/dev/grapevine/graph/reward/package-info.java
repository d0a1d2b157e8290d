/** Rewards: the catalogue with stock and coupons. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "ledger",
            "ledger :: command",
            "ledger :: currency",
            "badge"
        })
package dev.grapevine.graph.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
