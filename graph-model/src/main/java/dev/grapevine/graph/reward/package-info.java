/**
 * Rewards: what customers get for their points. A redemption checks what the reward asks for, takes
 * one from its stock and the next of its coupons, and spends the points, all in one transaction or
 * not at all; cancelling it gives back what the reward promised when it was redeemed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer", "points", "badge"})
package dev.grapevine.graph.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
