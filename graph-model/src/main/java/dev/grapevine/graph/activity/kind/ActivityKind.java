package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Activity kind of a brand. Immutable, so that recorded activities keep their meaning.
 *
 * @param id {@code akd_…}
 * @param brandKey unique key of the form brandId|key
 * @param key the kind in activities, for example {@code review.posted}; unique in the brand
 * @param name display name
 * @param channel default channel of its activities, for example {@code web}
 * @param isEarningEligible true if its activities can earn points, badges and tiers
 * @param isCampaignOnly true if its activities belong to campaigns: engagement scores exclude them,
 *     earning rules do not
 * @param fields fields of its activities, each as {@code name:TYPE}, or {@code name:TYPE!} if
 *     required
 */
@Node("ActivityKind")
public record ActivityKind(
        @Id String id,
        String brandId,
        String brandKey,
        String key,
        String name,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<String> fields,
        OffsetDateTime createdAt) {

    /** Returns the unique key of a kind in the graph. */
    static String brandKey(String brandId, String key) {
        return brandId + "|" + key;
    }

    /** Returns the fields in the order of their definition. */
    public List<KindField> kindFields() {
        return fields.stream().map(KindField::of).toList();
    }

    /** Returns the cursor in the brand's list of kinds. */
    public Cursor cursor() {
        return Cursor.at(createdAt, id);
    }
}
