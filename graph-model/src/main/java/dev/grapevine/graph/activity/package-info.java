/**
 * Activities of customers: the record of everything that a customer does. Modules that react in the
 * same transaction implement ActivityListener.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer"})
package dev.grapevine.graph.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
