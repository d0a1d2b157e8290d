/** The command {@code import} of the command line. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "cli"})
package dev.grapevine.api.dataimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
