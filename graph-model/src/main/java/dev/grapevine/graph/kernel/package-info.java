/**
 * What every room stands on: the one door to the database, statements, ids, outcomes, idempotency
 * and pages. It knows no feature; a room that needs something from another room does not find it
 * here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.grapevine.graph.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
