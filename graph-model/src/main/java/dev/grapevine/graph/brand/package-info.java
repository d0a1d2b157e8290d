/**
 * The brands whose customers take part. A brand is the boundary of everything: each node carries
 * its id, and an id of another brand answers exactly like one that does not exist. Brands are read
 * from a cache.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.graph.brand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
