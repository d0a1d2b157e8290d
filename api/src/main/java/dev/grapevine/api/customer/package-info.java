/** Customers in GraphQL. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
