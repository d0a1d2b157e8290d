/**
 * Measures the API from outside, as its users meet it: over HTTP, in a process of its own, beside
 * what the driver alone and a peer do on the same database in the same run. It knows neither floor
 * of the house, only the schema and, for its baselines, a few statements of its own.
 */
@NullMarked
package dev.grapevine.benchmarks;

import org.jspecify.annotations.NullMarked;
