package dev.grapevine.api.earning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What would change in a currency for other activities. */
record SimulatedCorrection(String currency, long amount) {

    /** By the codes of the currencies. */
    static List<SimulatedCorrection> all(Map<String, Long> corrections) {
        return new TreeMap<>(corrections)
                .entrySet().stream()
                        .map(it -> new SimulatedCorrection(it.getKey(), it.getValue()))
                        .toList();
    }
}
