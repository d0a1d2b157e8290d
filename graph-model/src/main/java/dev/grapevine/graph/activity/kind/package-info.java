/** Activity kinds of brands, with the fields of their activities. */
@NullMarked
@NamedInterface("kind")
package dev.grapevine.graph.activity.kind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
