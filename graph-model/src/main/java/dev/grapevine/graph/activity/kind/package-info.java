/** Kinds of activities that a brand has defined, with the fields that their activities carry. */
@NullMarked
@NamedInterface("kind")
package dev.grapevine.graph.activity.kind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
