/** Tiers of customers as of now. */
@NullMarked
@NamedInterface("tier")
package dev.grapevine.graph.earning.tier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
