package dev.grapevine.api.earning.rule;

/** Time-of-day range; the times are parsed by {@link ConditionMapper}. */
public record TimeOfDayConditionInput(String from, String until) {}
