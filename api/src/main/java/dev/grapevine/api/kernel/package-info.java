/**
 * Ground of the API: what the modules share of GraphQL; security, limits, error translation and web
 * pages in the sub-packages.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.grapevine.api.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
