package dev.grapevine.api.earning.rule;

/** A part of the day; the times as they were written. */
public record TimeOfDayConditionInput(String from, String until) {}
