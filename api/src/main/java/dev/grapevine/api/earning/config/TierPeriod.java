package dev.grapevine.api.earning.config;

import dev.grapevine.graph.earning.rule.Period;

import org.jspecify.annotations.Nullable;

/** Period of qualifying points of a tier set; exactly one member is set. */
record TierPeriod(@Nullable Integer rollingDays, @Nullable Period calendar) {}
