/** Tells the story on a start for developers, and prints where to go next. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
