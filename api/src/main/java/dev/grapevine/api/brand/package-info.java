/** Brands in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
