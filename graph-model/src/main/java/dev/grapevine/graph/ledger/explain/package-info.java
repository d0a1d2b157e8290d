/** Explanations of entries: the cause of an entry and the use of its points. */
@NullMarked
@NamedInterface("explain")
package dev.grapevine.graph.ledger.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
