/** Closed-loop load over HTTP: callers, their connections and the figures of their calls. */
@NullMarked
package dev.grapevine.benchmarks.load;

import org.jspecify.annotations.NullMarked;
