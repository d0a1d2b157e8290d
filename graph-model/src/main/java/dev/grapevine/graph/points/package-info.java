/**
 * The points ledger. Every customer owns a wallet from the moment of enrolment; what goes in or out
 * is an entry that never changes and names the account debited and the account credited, so that
 * double entry holds by construction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer"})
package dev.grapevine.graph.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
