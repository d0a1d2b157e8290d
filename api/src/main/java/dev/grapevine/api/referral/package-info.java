/** Referrals in GraphQL: registration, chains, trees and counts. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
