/** Wallets, entries, holds and the commands of the ledger in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "cli"})
package dev.grapevine.api.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
