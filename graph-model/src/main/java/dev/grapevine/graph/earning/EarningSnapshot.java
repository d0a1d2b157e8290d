package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.engine.ActivityFacts.Position;
import dev.grapevine.graph.earning.engine.EarningState;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stored state of the engine for a customer: a cache, which a replay of the activities can rebuild
 * at any time.
 *
 * @param key customer id; {@code customerId|contributionId} for the counters of a contribution
 * @param signature signature of the rule history that the counters belong to; null for a
 *     contribution
 * @param watermarks watermarks as JSON: position of the latest evaluated activity by dependency
 *     group; null for a contribution
 * @param numbers counters as JSON: numbers by name and slot
 */
public record EarningSnapshot(
        String key,
        String brandId,
        String customerId,
        @Nullable String contributionId,
        @Nullable String signature,
        @Nullable String watermarks,
        String numbers) {

    static EarningSnapshot of(
            String brandId,
            String customerId,
            String signature,
            Map<String, Position> watermarks,
            EarningState state) {
        var texts = new TreeMap<String, String>();
        watermarks.forEach(
                (group, position) -> texts.put(group, position.at() + " " + position.key()));
        return new EarningSnapshot(
                customerId,
                brandId,
                customerId,
                null,
                signature,
                SpecJson.of(texts),
                SpecJson.of(state.numbers()));
    }

    static EarningSnapshot ofContribution(
            String brandId,
            String customerId,
            String contributionId,
            Map<String, Map<String, Long>> numbers) {
        return new EarningSnapshot(
                key(customerId, contributionId),
                brandId,
                customerId,
                contributionId,
                null,
                null,
                SpecJson.of(numbers));
    }

    static String key(String customerId, String contributionId) {
        return customerId + "|" + contributionId;
    }

    /**
     * Returns the watermarks: the position of the latest evaluated activity by dependency group.
     */
    Map<String, Position> parsedWatermarks() {
        var positions = new HashMap<String, Position>();
        if (watermarks != null) {
            SpecJson.read(watermarks, Texts.class)
                    .forEach((group, text) -> positions.put(group, position(text)));
        }
        return positions;
    }

    private static Position position(String text) {
        var end = text.indexOf(' ');
        return new Position(OffsetDateTime.parse(text.substring(0, end)), text.substring(end + 1));
    }

    Map<String, Map<String, Long>> parsedNumbers() {
        return SpecJson.read(numbers, Numbers.class);
    }

    /** Type of the stored counters for JSON. */
    static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }

    /** Type of the stored watermarks for JSON. */
    static final class Texts extends HashMap<String, String> {
        private static final long serialVersionUID = 1;
    }
}
