/**
 * What a brand has decided about earning, as data: which activities count, under which conditions,
 * for how much, up to which limit, towards which tier and badge. Nothing here is a program that a
 * brand could write and nothing here knows the database; room {@code course} carries it out, room
 * {@code earning} keeps it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package dev.grapevine.graph.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
