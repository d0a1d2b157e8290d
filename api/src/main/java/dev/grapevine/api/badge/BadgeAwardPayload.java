package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code awardBadge} and {@code revokeBadge}. */
record BadgeAwardPayload(@Nullable BadgeAward award, List<Rejection> userErrors, boolean isReplay) {

    static BadgeAwardPayload of(Result<BadgeAward> result) {
        var payloadData = PayloadData.to(result);
        return new BadgeAwardPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
