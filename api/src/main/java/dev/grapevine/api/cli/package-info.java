/** Parts shared by the commands of the command line. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.grapevine.api.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
