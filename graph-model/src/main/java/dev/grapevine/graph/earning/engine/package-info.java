/**
 * The earning engine: activities and state in, effects and traces out. Pure: no Spring, no driver,
 * no clock.
 */
@NullMarked
@NamedInterface("engine")
package dev.grapevine.graph.earning.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
