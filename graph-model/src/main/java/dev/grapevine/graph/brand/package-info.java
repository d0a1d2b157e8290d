/**
 * Brands: the boundary of all data. Every node carries the id of its brand, and a caller of one
 * brand never sees another.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.graph.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
