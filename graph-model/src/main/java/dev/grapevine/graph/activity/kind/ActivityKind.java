package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.kernel.Cursor;


import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A kind of activity that a brand knows. It does not change once it is defined: what was recorded
 * under it keeps its meaning.
 *
 * @param id {@code akd_…}
 * @param key brandId|name, unique
 * @param name what activities call it, for example {@code review.posted}; unique in the brand
 * @param title what people call it
 * @param channel where its activities happen unless they say otherwise, for example {@code web}
 * @param isEarningEligible whether its activities can bring anything at all
 * @param isCampaignOnly whether its activities belong to campaigns, so that engagement scores leave
 *     them out; earning rules count them as any other kind
 * @param fields what its activities carry besides, each as {@code name:TYPE}, or {@code name:TYPE!}
 *     if it is required
 */
@Node("ActivityKind")
public record ActivityKind(
        @Id String id,
        String brandId,
        String key,
        String name,
        String title,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<String> fields,
        OffsetDateTime definedAt) {

    static String key(String brandId, String name) {
        return brandId + "|" + name;
    }

    /** The fields as they were defined, in their order. */
    public List<KindField> kindFields() {
        return fields.stream().map(KindField::of).toList();
    }

    /** The place among the kinds of the brand. */
    public Cursor cursor() {
        return Cursor.at(definedAt, id);
    }
}
