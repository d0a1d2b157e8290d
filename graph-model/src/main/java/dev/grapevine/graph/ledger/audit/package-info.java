/** Verification of the ledger from its entries, and the points that a brand owes its customers. */
@NullMarked
@NamedInterface("audit")
package dev.grapevine.graph.ledger.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
