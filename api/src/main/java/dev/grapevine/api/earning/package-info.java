/**
 * What earning comes to, in GraphQL: where customers stand, what their badges were earned by, and
 * what rules would give that nobody has published yet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
