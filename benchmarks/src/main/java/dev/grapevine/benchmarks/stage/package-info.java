/**
 * Environment of measurements: processes of the API and of the peer, the brand with its customers,
 * and access to the database.
 */
@NullMarked
package dev.grapevine.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
