package dev.grapevine.api.engagement;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.engagement.EngagementDefinition;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code adoptEngagementDefinition}. */
record AdoptEngagementDefinitionPayload(
        @Nullable EngagementDefinition definition, List<Rejection> userErrors, boolean isReplay) {

    static AdoptEngagementDefinitionPayload of(Result<EngagementDefinition> result) {
        var payloadData = PayloadData.to(result);
        return new AdoptEngagementDefinitionPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
