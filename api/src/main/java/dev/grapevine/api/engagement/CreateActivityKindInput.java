package dev.grapevine.api.engagement;

import dev.grapevine.graph.engagement.ActivityDomain;
import dev.grapevine.graph.engagement.DefineActivityKind;
import dev.grapevine.graph.engagement.Direction;
import dev.grapevine.graph.engagement.KindField;
import dev.grapevine.graph.engagement.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A kind of activity to define. */
record CreateActivityKindInput(
        String brand,
        String key,
        String name,
        ActivityDomain domain,
        @Nullable String channel,
        Direction direction,
        Stage stage,
        boolean mayEarn,
        boolean isCampaignOnly,
        List<KindField> fields,
        String idempotencyKey) {

    DefineActivityKind command() {
        return new DefineActivityKind(
                key, name, domain, channel, direction, stage, mayEarn, isCampaignOnly, fields);
    }
}
