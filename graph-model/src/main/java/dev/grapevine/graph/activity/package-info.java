/**
 * Activities: everything that a customer does becomes one. Modules that react in the same
 * transaction implement ActivityListener.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer"})
package dev.grapevine.graph.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
