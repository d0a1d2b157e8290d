package dev.grapevine.graph.earning.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a customer has come: what the fold must remember of the activities behind it. What
 * belongs to one contribution is kept apart, since there may be many.
 */
public final class EarningState {

    private final Counters own;
    private final Map<String, Counters> byContribution = new TreeMap<>();

    private EarningState(Counters own) {
        this.own = own;
    }

    /** Of a customer who has done nothing. */
    public static EarningState none() {
        return new EarningState(new Counters(new HashMap<>()));
    }

    /** As it was stored, without what belongs to contributions. */
    public static EarningState of(Map<String, Map<String, Long>> numbers) {
        var copy = new HashMap<String, Map<String, Long>>();
        numbers.forEach((name, slots) -> copy.put(name, new HashMap<>(slots)));
        return new EarningState(new Counters(copy));
    }

    /** Adds what was stored of a contribution. */
    public void load(String contributionId, Map<String, Map<String, Long>> numbers) {
        byContribution.put(contributionId, of(numbers).own);
    }

    /** To be stored: numbers by name and slot. */
    public Map<String, Map<String, Long>> numbers() {
        return own.numbers();
    }

    /** To be stored: the same for each contribution of which something is known. */
    public Map<String, Map<String, Map<String, Long>>> numbersByContribution() {
        var all = new TreeMap<String, Map<String, Map<String, Long>>>();
        byContribution.forEach((id, counters) -> all.put(id, counters.numbers()));
        return all;
    }

    /** An independent copy. */
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
