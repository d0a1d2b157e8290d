package dev.grapevine.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds rounds of each measurement; the median counts
 * @param requests requests of each contestant in a round
 * @param connections callers at once, each with one connection and one request under way
 * @param warmUp requests of each contestant that are thrown away before the first round
 * @param customers customers of the brand
 * @param manyCustomers customers of the large brand of the last measurement
 * @param history entries of the long wallet
 * @param root folder of the project, where the API's jar and the peers are found
 * @param settings settings of the API that differ from what it comes with, as {@code name=value}
 * @param hasPeer whether the peer is measured
 */
record Plan(
        int rounds,
        int requests,
        int connections,
        int warmUp,
        int customers,
        int manyCustomers,
        int history,
        Path root,
        List<String> settings,
        boolean hasPeer) {}
