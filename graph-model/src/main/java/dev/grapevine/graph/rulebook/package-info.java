/**
 * Keeps what brands have decided about earning: rules, limits, ladders of tiers, badges. A decision
 * is a draft, then in force, then retired, and never changes its contents; whatever comes into
 * force or goes out of it makes a new edition of the brand's rulebook.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "brand", "engagement", "points", "rule"})
package dev.grapevine.graph.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
