/** Partners and API keys in GraphQL, and the authentication by key. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
