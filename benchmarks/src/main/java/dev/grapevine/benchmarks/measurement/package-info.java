/** Measurements with their contestants, goals and checks of the written sums. */
@NullMarked
package dev.grapevine.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
