/** Demo data of the first start, and the banner that tells a developer where to go. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
