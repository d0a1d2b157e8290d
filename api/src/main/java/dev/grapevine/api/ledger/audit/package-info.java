/** Audit of the ledger: queries, and the command {@code verify-ledger}. */
@NullMarked
@NamedInterface("audit")
package dev.grapevine.api.ledger.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
