package dev.grapevine.graph.course;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a customer has come: what the fold must remember of the activities behind it. What
 * belongs to one contribution is kept apart, since there may be many.
 */
public final class Progress {

    private final Tallies own;
    private final Map<String, Tallies> byContribution = new TreeMap<>();

    private Progress(Tallies own) {
        this.own = own;
    }

    /** Of a customer who has done nothing. */
    public static Progress none() {
        return new Progress(new Tallies(new HashMap<>()));
    }

    /** As it was stored, without what belongs to contributions. */
    public static Progress of(Map<String, Map<String, Long>> numbers) {
        var copy = new HashMap<String, Map<String, Long>>();
        numbers.forEach((name, slots) -> copy.put(name, new HashMap<>(slots)));
        return new Progress(new Tallies(copy));
    }

    /** Adds what was stored of a contribution. */
    public void know(String contributionId, Map<String, Map<String, Long>> numbers) {
        byContribution.put(contributionId, of(numbers).own);
    }

    /** To be stored: numbers by name and slot. */
    public Map<String, Map<String, Long>> numbers() {
        return own.numbers();
    }

    /** To be stored: the same for each contribution of which something is known. */
    public Map<String, Map<String, Map<String, Long>>> numbersByContribution() {
        var all = new TreeMap<String, Map<String, Map<String, Long>>>();
        byContribution.forEach((id, tallies) -> all.put(id, tallies.numbers()));
        return all;
    }

    /** An independent copy. */
    public Progress copy() {
        var copy = of(own.numbers());
        byContribution.forEach((id, tallies) -> copy.know(id, tallies.numbers()));
        return copy;
    }

    Tallies own() {
        return own;
    }

    Tallies of(String contributionId) {
        return byContribution.computeIfAbsent(contributionId, _ -> new Tallies(new HashMap<>()));
    }
}
