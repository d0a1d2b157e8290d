package dev.grapevine.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table: one contestant beside another.
 *
 * @param label what was asked, with its unit
 * @param ours name of the contestant that is Grapevine
 * @param baseline name of the one that it is compared with
 * @param goal what to reach; null if the line is only for information
 */
record Comparison(String label, String ours, String baseline, @Nullable Goal goal) {}
