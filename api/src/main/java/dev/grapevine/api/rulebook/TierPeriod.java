package dev.grapevine.api.rulebook;

import dev.grapevine.graph.rule.Per;

import org.jspecify.annotations.Nullable;

/** Within what points count for tiers: one of the two is there. */
record TierPeriod(@Nullable Integer rollingDays, @Nullable Per calendar) {}
