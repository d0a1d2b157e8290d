package dev.grapevine.graph.earning.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers that are kept of a customer: by name, and by slot, which is a day, a period, or whatever
 * is told apart under the name. Sums stop at the largest number instead of turning over. Under one
 * name, slots are either texts or the numbers of days and periods; these are kept in their order.
 */
final class Counters {

    /** The slot of a number that stands alone under its name. */
    static final String ONLY = "";

    private static final String LATEST = "latest";
    private static final String DAYS = "days";

    private final Map<String, Map<String, Long>> texts;

    /** What was stored is taken over from the texts when it is first asked for. */
    private final Map<String, NavigableMap<Long, Long>> series = new HashMap<>();

    Counters(Map<String, Map<String, Long>> numbers) {
        this.texts = numbers;
    }

    /** As they are stored. */
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

    /** Adds to a number; answers the sum. */
    long add(String name, String slot, long more) {
        return texts.computeIfAbsent(name, _ -> new HashMap<>(2)).merge(slot, more, Counters::plus);
    }

    /** Counts a day, unless it was the latest that was counted; answers how many days there are. */
    long addDay(String name, long day) {
        if (!has(name, LATEST) || get(name, LATEST) != day) {
            put(name, LATEST, day);
            add(name, DAYS, 1);
        }
        return days(name);
    }

    /** How many days were counted. */
    long days(String name) {
        return get(name, DAYS);
    }

    /** Forgets the slots whose number lies before one. */
    void removeBelow(String name, long least) {
        var slots = texts.get(name);
        if (slots != null) {
            slots.values().removeIf(number -> number < least);
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

    /** The numbers of days or periods, in their order. */
    NavigableMap<Long, Long> series(String name) {
        var known = series.get(name);
        if (known != null) {
            return known;
        }
        var slots = new TreeMap<Long, Long>();
        var stored = texts.remove(name);
        if (stored != null) {
            stored.forEach((slot, number) -> slots.put(Long.valueOf(slot), number));
        }
        series.put(name, slots);
        return slots;
    }

    void addTo(String name, long stretch, long more) {
        series(name).merge(stretch, more, Counters::plus);
    }

    /** The sum of the days or periods from one on. */
    long sumFrom(String name, long first) {
        var sum = 0L;
        for (var number : series(name).tailMap(first, true).values()) {
            sum = plus(sum, number);
        }
        return sum;
    }

    /** Forgets the days or periods that lie before one. */
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
