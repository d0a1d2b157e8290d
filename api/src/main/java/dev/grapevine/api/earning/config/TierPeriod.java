package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.rule.Period;

import org.jspecify.annotations.Nullable;

/** Within what points count for tiers: one of the two is there. */
record TierPeriod(@Nullable Integer rollingDays, @Nullable Period calendar) {}
