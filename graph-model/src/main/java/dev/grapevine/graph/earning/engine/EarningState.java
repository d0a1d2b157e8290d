package dev.grapevine.graph.earning.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * State of the engine for a customer after some activities. Counters of single contributions are
 * separate, since a customer may have many.
 */
public final class EarningState {

    private final Counters own;
    private final Map<String, Counters> byContribution = new TreeMap<>();

    private EarningState(Counters own) {
        this.own = own;
    }

    /** Returns the state before the first activity. */
    public static EarningState none() {
        return new EarningState(new Counters(new HashMap<>()));
    }

    /** Returns the stored state, without the counters of contributions. */
    public static EarningState of(Map<String, Map<String, Long>> numbers) {
        var copy = new HashMap<String, Map<String, Long>>();
        numbers.forEach((name, slots) -> copy.put(name, new HashMap<>(slots)));
        return new EarningState(new Counters(copy));
    }

    /** Adds the stored counters of a contribution. */
    public void load(String contributionId, Map<String, Map<String, Long>> numbers) {
        byContribution.put(contributionId, of(numbers).own);
    }

    /** Returns the stored form: numbers by name and slot. */
    public Map<String, Map<String, Long>> numbers() {
        return own.numbers();
    }

    /** Returns the stored form of the counters of contributions, by contribution id. */
    public Map<String, Map<String, Map<String, Long>>> numbersByContribution() {
        var all = new TreeMap<String, Map<String, Map<String, Long>>>();
        byContribution.forEach((id, counters) -> all.put(id, counters.numbers()));
        return all;
    }

    public EarningState copy() {
        var copy = of(own.numbers());
        byContribution.forEach((id, counters) -> copy.load(id, counters.numbers()));
        return copy;
    }

    Counters own() {
        return own;
    }

    Counters of(String contributionId) {
        return byContribution.computeIfAbsent(contributionId, _ -> new Counters(new HashMap<>()));
    }
}
