/** Demo data of the first start, and the start-up banner with addresses and keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package dev.grapevine.api.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
