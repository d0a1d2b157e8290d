/**
 * The narrow waist of the house: everything that a customer does becomes one {@code Activity}, and
 * modules that react to it implement {@code ActivityListener}, called in the same transaction. A
 * new kind of activity touches no rewarder, a new rewarder touches no activity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "customer"})
package dev.grapevine.graph.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
