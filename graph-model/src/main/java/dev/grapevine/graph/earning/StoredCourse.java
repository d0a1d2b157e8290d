package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening.Place;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.rulebook.SpecText;

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
record StoredCourse(
        String key,
        String brandId,
        String customerId,
        @Nullable String contributionId,
        @Nullable String signature,
        @Nullable String lasts,
        String numbers) {

    static StoredCourse of(
            String brandId,
            String customerId,
            String signature,
            Map<String, Place> lasts,
            Progress progress) {
        var texts = new TreeMap<String, String>();
        lasts.forEach((strand, place) -> texts.put(strand, place.at() + " " + place.key()));
        return new StoredCourse(
                customerId,
                brandId,
                customerId,
                null,
                signature,
                SpecText.of(texts),
                SpecText.of(progress.numbers()));
    }

    static StoredCourse ofContribution(
            String brandId,
            String customerId,
            String contributionId,
            Map<String, Map<String, Long>> numbers) {
        return new StoredCourse(
                key(customerId, contributionId),
                brandId,
                customerId,
                contributionId,
                null,
                null,
                SpecText.of(numbers));
    }

    static String key(String customerId, String contributionId) {
        return customerId + "|" + contributionId;
    }

    /** The place of the latest activity, by strand. */
    Map<String, Place> lastPlaces() {
        var places = new HashMap<String, Place>();
        if (lasts != null) {
            SpecText.read(lasts, Texts.class)
                    .forEach((strand, text) -> places.put(strand, place(text)));
        }
        return places;
    }

    private static Place place(String text) {
        var end = text.indexOf(' ');
        return new Place(OffsetDateTime.parse(text.substring(0, end)), text.substring(end + 1));
    }

    Map<String, Map<String, Long>> read() {
        return SpecText.read(numbers, Numbers.class);
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
