/**
 * What commands of the command line stand on: the graph without web and GraphQL, and progress bars.
 * Each command lies in its own room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.grapevine.api.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
