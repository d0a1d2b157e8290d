/**
 * Earning rules, caps, limits, tiers and badge criteria as data, with their conditions and
 * formulas.
 */
@NullMarked
@NamedInterface("rule")
package dev.grapevine.graph.earning.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
