/**
 * Earning: how activities become points, badges and tiers, in the transaction that records them.
 * The decisions are pure (engine); this package loads the state, runs the engine, and stores the
 * effects.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "brand",
            "customer",
            "activity",
            "activity :: kind",
            "ledger",
            "ledger :: currency"
        })
package dev.grapevine.graph.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
