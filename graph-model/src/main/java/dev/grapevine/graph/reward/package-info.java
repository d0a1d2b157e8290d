/** Rewards: the catalogue, its stock and its coupons. */
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
