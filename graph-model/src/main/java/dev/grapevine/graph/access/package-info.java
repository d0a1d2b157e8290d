/** Callers of the API: partners with their API keys and limits, and the administrator. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand"})
package dev.grapevine.graph.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
