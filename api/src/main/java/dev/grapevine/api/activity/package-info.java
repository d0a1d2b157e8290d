/** Activities and their kinds in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
