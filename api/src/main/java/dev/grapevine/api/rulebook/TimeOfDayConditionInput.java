package dev.grapevine.api.rulebook;

/** A part of the day; the times as they were written. */
record TimeOfDayConditionInput(String from, String until) {}
