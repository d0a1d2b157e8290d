/** Wallets, points and currencies in GraphQL, and the command that verifies the ledger. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "command"})
package dev.grapevine.api.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
