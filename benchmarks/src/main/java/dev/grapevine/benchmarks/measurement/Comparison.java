package dev.grapevine.benchmarks.measurement;

import org.jspecify.annotations.Nullable;

/**
 * Line of the table that compares two contestants.
 *
 * @param label measured operation with its unit
 * @param ours name of the measured contestant
 * @param baseline name of the contestant compared with
 * @param goal goal of the comparison; null for information only
 */
public record Comparison(String label, String ours, String baseline, @Nullable Goal goal) {}
