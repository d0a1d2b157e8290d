/** Customers of a brand, pseudonymous: personal data stay in the systems of the brand. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand"})
package dev.grapevine.graph.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
