/** Simulations: one activity, or draft rules over the history of a brand. They write nothing. */
@NullMarked
@NamedInterface("simulation")
package dev.grapevine.graph.earning.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
