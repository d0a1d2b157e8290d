/** Partners in GraphQL, and the keys that callers show. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
