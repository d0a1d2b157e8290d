/** Balances and statements of wallets at past times, effective or booked. */
@NullMarked
@NamedInterface("statement")
package dev.grapevine.graph.ledger.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
