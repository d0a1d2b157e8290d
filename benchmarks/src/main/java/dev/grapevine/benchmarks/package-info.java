/**
 * Benchmarks of the API: over HTTP, in a separate process, compared with the driver alone and a
 * peer on the same database in the same run. Depends on no other module at run time, only on the
 * schema and, for the baselines, on its own statements.
 */
@NullMarked
package dev.grapevine.benchmarks;

import org.jspecify.annotations.NullMarked;
