/**
 * The customers of a brand: pseudonymous, known by the name that the brand's own systems give them.
 * Everything that a customer does or earns hangs on this node; modules that give a new customer
 * something implement {@code EnrolmentListener}, called in the same transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand"})
package dev.grapevine.graph.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
