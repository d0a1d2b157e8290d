package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code createBadge}. */
record CreateBadgePayload(@Nullable Badge badge, List<Rejection> userErrors, boolean isReplay) {

    static CreateBadgePayload of(CreateBadgeInput input, Result<Badge> result) {
        var payloadData = PayloadData.to(result);
        return new CreateBadgePayload(
                payloadData.value(),
                payloadData.userErrors().stream().map(input::withInputPath).toList(),
                payloadData.isReplay());
    }
}
