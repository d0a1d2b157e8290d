package dev.grapevine.benchmarks.load;

import java.nio.file.Path;
import java.util.List;

/**
 * Sizes of a run.
 *
 * @param rounds rounds of each measurement; the median counts
 * @param requests requests of each contestant in a round
 * @param connections concurrent callers, each with one connection and one request
 * @param warmUp requests of each contestant that are discarded before the first round
 * @param customers customers of the brand
 * @param manyCustomers customers of the large brand of the last measurement
 * @param history entries of the long wallet
 * @param root folder of the project, where the API's jar and the peers are found
 * @param settings settings of the API that differ from the defaults, as {@code name=value}
 * @param hasPeer true if the peer is measured
 */
public record Plan(
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
