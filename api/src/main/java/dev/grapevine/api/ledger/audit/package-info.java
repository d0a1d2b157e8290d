/** Audit of the ledger: an administrator query and the command verify-ledger. */
@NullMarked
package dev.grapevine.api.ledger.audit;

import org.jspecify.annotations.NullMarked;
