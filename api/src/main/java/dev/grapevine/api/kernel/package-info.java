/**
 * What every room of the API stands on: callers and their keys, pages, nodes, payloads, errors and
 * limits. It knows no feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.grapevine.api.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
