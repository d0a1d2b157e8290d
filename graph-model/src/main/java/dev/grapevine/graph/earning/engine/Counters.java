package dev.grapevine.graph.earning.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers of a customer by name and slot, the state of the engine. Sums saturate at the limits of
 * {@code long}. The slots of a name are either texts or a series: numbers of days or periods, in
 * ascending order.
 */
final class Counters {

    /** Slot of a counter with a single number. */
    static final String ONLY = "";

    private static final String LATEST = "latest";
    private static final String DAYS = "days";

    private final Map<String, Map<String, Long>> texts;

    /** Series by name, converted from the texts on first access. */
    private final Map<String, NavigableMap<Long, Long>> series = new HashMap<>();

    Counters(Map<String, Map<String, Long>> numbers) {
        this.texts = numbers;
    }

    /** Returns all numbers in their stored form, without empty names. */
    Map<String, Map<String, Long>> numbers() {
        var numbers = new HashMap<String, Map<String, Long>>();
        texts.forEach(
                (name, slots) -> {
                    if (!slots.isEmpty()) {
                        numbers.put(name, Map.copyOf(slots));
                    }
                });
        series.forEach(
                (name, slots) -> {
                    if (!slots.isEmpty()) {
                        var stored = new HashMap<String, Long>();
                        slots.forEach((slot, number) -> stored.put(slot.toString(), number));
                        numbers.put(name, stored);
                    }
                });
        return numbers;
    }

    Map<String, Long> slots(String name) {
        return texts.getOrDefault(name, Map.of());
    }

    boolean has(String name, String slot) {
        return slots(name).containsKey(slot);
    }

    long get(String name, String slot) {
        return slots(name).getOrDefault(slot, 0L);
    }

    void put(String name, String slot, long number) {
        texts.computeIfAbsent(name, _ -> new HashMap<>(2)).put(slot, number);
    }

    /** Adds to a number and returns the sum. */
    long add(String name, String slot, long more) {
        return texts.computeIfAbsent(name, _ -> new HashMap<>(2)).merge(slot, more, Counters::plus);
    }

    /** Counts a day unless it was the latest one; returns the number of days. */
    long addDay(String name, long day) {
        if (!has(name, LATEST) || get(name, LATEST) != day) {
            put(name, LATEST, day);
            add(name, DAYS, 1);
        }
        return days(name);
    }

    /** Returns the number of counted days. */
    long days(String name) {
        return get(name, DAYS);
    }

    /** Removes the slots whose number is below a minimum. */
    void removeBelow(String name, long min) {
        var slots = texts.get(name);
        if (slots != null) {
            slots.values().removeIf(number -> number < min);
        }
    }

    void remove(String name, String slot) {
        var slots = texts.get(name);
        if (slots != null) {
            slots.remove(slot);
        }
    }

    void remove(String name) {
        texts.remove(name);
    }

    /** Returns the series of a name. */
    NavigableMap<Long, Long> series(String name) {
        var cached = series.get(name);
        if (cached != null) {
            return cached;
        }
        var slots = new TreeMap<Long, Long>();
        var stored = texts.remove(name);
        if (stored != null) {
            stored.forEach((slot, number) -> slots.put(Long.valueOf(slot), number));
        }
        series.put(name, slots);
        return slots;
    }

    void addTo(String name, long slot, long more) {
        series(name).merge(slot, more, Counters::plus);
    }

    /** Sums a series from a day or period on. */
    long sumFrom(String name, long first) {
        var sum = 0L;
        for (var number : series(name).tailMap(first, true).values()) {
            sum = plus(sum, number);
        }
        return sum;
    }

    /** Removes the days or periods before one. */
    void removeBefore(String name, long first) {
        var slots = series(name);
        while (!slots.isEmpty() && slots.firstKey() < first) {
            slots.pollFirstEntry();
        }
    }

    static long plus(long one, long other) {
        var sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }
}
