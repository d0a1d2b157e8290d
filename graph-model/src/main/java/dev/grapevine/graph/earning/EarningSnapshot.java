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
 * How far a customer has come, as it is stored. It can be made again from the activities at any
 * time.
 *
 * @param key the customer's id; with a contribution's behind it, joined by a bar, for what is kept
 *     of that
 * @param signature of the rulebook whose figures it has; null in what is kept of a contribution
 * @param lasts as JSON: the place of the latest activity that it contains, by strand
 * @param numbers as JSON: numbers by name and slot
 */
public record EarningSnapshot(
        String key,
        String brandId,
        String customerId,
        @Nullable String contributionId,
        @Nullable String signature,
        @Nullable String lasts,
        String numbers) {

    static EarningSnapshot of(
            String brandId,
            String customerId,
            String signature,
            Map<String, Position> lasts,
            EarningState state) {
        var texts = new TreeMap<String, String>();
        lasts.forEach(
                (strand, position) -> texts.put(strand, position.at() + " " + position.key()));
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

    /** The place of the latest activity, by strand. */
    Map<String, Position> lastPlaces() {
        var positions = new HashMap<String, Position>();
        if (lasts != null) {
            SpecJson.read(lasts, Texts.class)
                    .forEach((strand, text) -> positions.put(strand, place(text)));
        }
        return positions;
    }

    private static Position place(String text) {
        var end = text.indexOf(' ');
        return new Position(OffsetDateTime.parse(text.substring(0, end)), text.substring(end + 1));
    }

    Map<String, Map<String, Long>> read() {
        return SpecJson.read(numbers, Numbers.class);
    }

    /** The type of what is stored, for the reader. */
    static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }

    /** The type of the places, for the reader. */
    static final class Texts extends HashMap<String, String> {
        private static final long serialVersionUID = 1;
    }
}
