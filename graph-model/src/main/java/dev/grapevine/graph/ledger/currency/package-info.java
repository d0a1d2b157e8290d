/** Currencies of a brand and their rules: expiry, transfers, negative balances. */
@NullMarked
@NamedInterface("currency")
package dev.grapevine.graph.ledger.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
