/** Currencies in GraphQL. */
@NullMarked
package dev.grapevine.api.ledger.currency;

import org.jspecify.annotations.NullMarked;
