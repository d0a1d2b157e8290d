/** The command that imports a community. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "command"})
package dev.grapevine.api.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
