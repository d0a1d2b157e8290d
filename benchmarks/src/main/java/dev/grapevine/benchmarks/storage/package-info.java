/** Measurement of what is stored. */
@NullMarked
package dev.grapevine.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
