/** Audit of the ledger: an administrator query and the command verify-ledger. */
@NullMarked
@NamedInterface("audit")
package dev.grapevine.api.ledger.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
