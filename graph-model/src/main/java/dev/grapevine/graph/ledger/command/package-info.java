/** Commands of the ledger as callers give them, and their validation. */
@NullMarked
@NamedInterface("command")
package dev.grapevine.graph.ledger.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
