/**
 * Infrastructure of all modules: ids, times, pages and cursors in this package; graph client,
 * commands with results and idempotency, and batching of concurrent calls in the sub-packages.
 * Depends on no other module.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.grapevine.graph.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
