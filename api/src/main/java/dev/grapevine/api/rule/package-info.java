/**
 * What a brand can decide, in GraphQL: conditions, as callers write them and read them back. Rooms
 * whose commands contain a condition share it; it knows none of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.api.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
