package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Cursor;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Something that a customer gave a brand.
 *
 * @param id {@code con_…}
 * @param externalId its id in the brand's own systems, unique in the brand
 * @param kind for example {@code IDEA} or {@code BUG_REPORT}: the brand's own words
 * @param tags at most 10
 * @param views how often it was read, as far as the brand's systems have said
 * @param status name of a {@link ContributionStatus}; text, because the driver maps no enums
 * @param upvotes customers who voted for it
 * @param downvotes customers who voted against it
 */
public record Contribution(
        String id,
        String brandId,
        String customerId,
        String externalId,
        String kind,
        @Nullable String title,
        @Nullable String text,
        List<String> tags,
        long views,
        String status,
        long upvotes,
        long downvotes,
        OffsetDateTime submittedAt) {

    /** What makes a contribution unique in the whole graph. */
    static String key(String brandId, String externalId) {
        return brandId + "|" + externalId;
    }

    /** The place among the contributions of a customer, or among the replies to a contribution. */
    public Cursor cursor() {
        return Cursor.at(submittedAt, id);
    }

    /** Votes for it less votes against it. */
    public long netVotes() {
        return upvotes - downvotes;
    }
}
