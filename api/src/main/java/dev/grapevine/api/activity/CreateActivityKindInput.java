package dev.grapevine.api.activity;

import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.activity.kind.PurchaseStage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Input of {@code createActivityKind}. */
record CreateActivityKindInput(
        String brand,
        String key,
        String name,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        PurchaseStage stage,
        boolean isEarningEligible,
        boolean isCampaignOnly,
        List<KindField> fields,
        String idempotencyKey) {

    CreateActivityKind command() {
        return new CreateActivityKind(
                key,
                name,
                domain,
                channel,
                direction,
                stage,
                isEarningEligible,
                isCampaignOnly,
                fields);
    }
}
