/**
 * State of wallets within one transaction: loaded under their locks, changed in memory, written
 * once.
 */
@NullMarked
package dev.grapevine.graph.ledger.session;

import org.jspecify.annotations.NullMarked;
