/**
 * The ground of every module: ids, times, pages and cursors here; the client of the database,
 * commands with their results and idempotency, and the batching of concurrent calls in the sub-
 * packages. Knows no feature.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.grapevine.graph.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
