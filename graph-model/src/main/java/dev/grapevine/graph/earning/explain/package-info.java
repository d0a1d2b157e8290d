/** Explanation of what an activity earned, and why it earned no more. */
@NullMarked
@NamedInterface("explain")
package dev.grapevine.graph.earning.explain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
