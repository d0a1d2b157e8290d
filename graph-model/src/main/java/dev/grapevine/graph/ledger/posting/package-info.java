/**
 * Execution of ledger commands: each decides in Java, under the locks of its wallets, which entries
 * are posted.
 */
@NullMarked
package dev.grapevine.graph.ledger.posting;

import org.jspecify.annotations.NullMarked;
