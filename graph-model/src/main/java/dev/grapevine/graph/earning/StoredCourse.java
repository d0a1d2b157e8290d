package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Happening.Place;
import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.rulebook.SpecText;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a customer has come, as it is stored. It can be made again from the activities at any
 * time.
 *
 * @param key the customer's id; with a contribution's behind it, joined by a bar, for what is kept
 *     of that
 * @param signature of the rulebook whose figures it has; null in what is kept of a contribution
 * @param lastAt when the latest activity happened that it contains
 * @param lastKey that activity's place among those of the same moment
 * @param numbers as JSON: numbers by name and slot
 */
record StoredCourse(
        String key,
        String brandId,
        String customerId,
        @Nullable String contributionId,
        @Nullable String signature,
        @Nullable OffsetDateTime lastAt,
        @Nullable String lastKey,
        String numbers) {

    static StoredCourse of(
            String brandId,
            String customerId,
            String signature,
            @Nullable Place last,
            Progress progress) {
        return new StoredCourse(
                customerId,
                brandId,
                customerId,
                null,
                signature,
                last == null ? null : last.at(),
                last == null ? null : last.key(),
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
                null,
                SpecText.of(numbers));
    }

    static String key(String customerId, String contributionId) {
        return customerId + "|" + contributionId;
    }

    @Nullable Place last() {
        return lastAt == null || lastKey == null ? null : new Place(lastAt, lastKey);
    }

    Map<String, Map<String, Long>> read() {
        return SpecText.read(numbers, Numbers.class);
    }

    /** The type of what is stored, for the reader. */
    static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }
}
