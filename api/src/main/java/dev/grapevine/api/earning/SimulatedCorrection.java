package dev.grapevine.api.earning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Change of the points of other activities in one currency that the simulated activity causes. */
record SimulatedCorrection(String currency, long amount) {

    /** Returns the corrections, sorted by currency code. */
    static List<SimulatedCorrection> all(Map<String, Long> corrections) {
        return new TreeMap<>(corrections)
                .entrySet().stream()
                        .map(entry -> new SimulatedCorrection(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
