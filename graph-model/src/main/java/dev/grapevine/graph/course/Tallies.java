package dev.grapevine.graph.course;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers that are kept of a customer: by name, and by slot, which is a day, a period, or whatever
 * is told apart under the name. Sums stop at the largest number instead of turning over.
 */
final class Tallies {

    /** The slot of a number that stands alone under its name. */
    static final String ONLY = "";

    private final Map<String, Map<String, Long>> numbers;

    Tallies(Map<String, Map<String, Long>> numbers) {
        this.numbers = numbers;
    }

    /** As they are stored. */
    Map<String, Map<String, Long>> numbers() {
        return numbers;
    }

    Map<String, Long> slots(String name) {
        return numbers.getOrDefault(name, Map.of());
    }

    boolean has(String name, String slot) {
        return slots(name).containsKey(slot);
    }

    long get(String name, String slot) {
        return slots(name).getOrDefault(slot, 0L);
    }

    void put(String name, String slot, long number) {
        numbers.computeIfAbsent(name, _ -> new HashMap<>(2)).put(slot, number);
    }

    /** Adds to a number; answers the sum. */
    long add(String name, String slot, long more) {
        return numbers.computeIfAbsent(name, _ -> new HashMap<>(2))
                .merge(slot, more, Tallies::plus);
    }

    long sum(String name) {
        return slots(name).values().stream().reduce(0L, Tallies::plus);
    }

    /** The sum of the slots, each a day or a period, from one on. */
    long sumFrom(String name, long first) {
        var sum = 0L;
        for (var slot : slots(name).entrySet()) {
            sum = Long.parseLong(slot.getKey()) < first ? sum : plus(sum, slot.getValue());
        }
        return sum;
    }

    /** Forgets the slots, each a day or a period, that lie before one. */
    void forgetBefore(String name, long first) {
        var slots = numbers.get(name);
        if (slots != null) {
            slots.keySet().removeIf(slot -> Long.parseLong(slot) < first);
        }
    }

    /** Forgets the slots whose number lies before one. */
    void forgetSmaller(String name, long least) {
        var slots = numbers.get(name);
        if (slots != null) {
            slots.values().removeIf(number -> number < least);
        }
    }

    void remove(String name, String slot) {
        var slots = numbers.get(name);
        if (slots != null) {
            slots.remove(slot);
        }
    }

    void remove(String name) {
        numbers.remove(name);
    }

    private static long plus(long one, long other) {
        var sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }
}
