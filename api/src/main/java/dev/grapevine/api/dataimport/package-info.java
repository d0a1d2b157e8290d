/** The command import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "cli"})
package dev.grapevine.api.dataimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
