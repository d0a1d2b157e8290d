package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.testing.Golden;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

class StoredEarningStateTests {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2026-03-20T08:00:00Z");
    private static final List<String> KINDS = List.of("order", "visit", "review");

    @Test
    void numbersAreStoredUnderTheSameNamesAsBefore() throws IOException {
        var engineRun = EngineRun.through(RandomRules.make());
        for (var i = 0; i < 60; i++) {
            engineRun.apply(
                    TestActivity.of(KINDS.get(i % 3))
                            .at(BEGINNING.plusHours(i * 7).toString())
                            .quantity(i % 5 - 1)
                            .value("12.34")
                            .over("app")
                            .about("con_" + i % 4, "idea"));
        }
        var byContribution = engineRun.progress().numbersByContribution();
        Golden.assertSame(
                "stored-forms/progress.txt",
                Stream.concat(
                                names("", engineRun.progress().numbers()),
                                byContribution.entrySet().stream()
                                        .flatMap(it -> names(it.getKey() + " ", it.getValue())))
                        .toList());
    }

    /**
     * Counter names with their slots; numbers of days and periods are replaced by a placeholder.
     */
    private static Stream<String> names(String prefix, Map<String, Map<String, Long>> numbers) {
        return new TreeMap<>(numbers)
                .entrySet().stream()
                        .map(
                                it -> {
                                    var slots = new TreeSet<String>();
                                    it.getValue()
                                            .keySet()
                                            .forEach(
                                                    slot ->
                                                            slots.add(
                                                                    slot.matches("-?\\d+")
                                                                            ? "number"
                                                                            : slot));
                                    return prefix + it.getKey() + " " + slots;
                                });
    }
}
