/** Rewards and redemptions in GraphQL, and the command that imports coupon codes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "cli"})
package dev.grapevine.api.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
