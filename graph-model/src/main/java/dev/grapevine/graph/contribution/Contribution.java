package dev.grapevine.graph.contribution;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Contribution of a customer: an idea, review, report or question.
 *
 * @param id {@code con_…}
 * @param externalId id in the brand's systems, unique in the brand
 * @param kind kind chosen by the brand, for example {@code IDEA} or {@code BUG_REPORT}
 * @param tags at most 10
 * @param views number of views reported by the brand's systems at submission
 * @param status name of a {@link ContributionStatus}; a text, because the driver does not map enums
 * @param upvotes number of votes for the contribution
 * @param downvotes number of votes against the contribution
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

    /** Returns the unique key of a contribution in the graph. */
    static String key(String brandId, String externalId) {
        return brandId + "|" + externalId;
    }

    /**
     * Returns the cursor in the list of a customer's contributions or of a contribution's replies.
     */
    public Cursor cursor() {
        return Cursor.at(submittedAt, id);
    }

    /** Returns the number of upvotes minus the number of downvotes. */
    public long netVotes() {
        return upvotes - downvotes;
    }
}
