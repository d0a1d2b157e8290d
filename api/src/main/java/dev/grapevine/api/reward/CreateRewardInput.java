package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.CreateReward;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** Input of {@code createReward}. */
record CreateRewardInput(
        String brand,
        String key,
        String name,
        @Nullable String description,
        String currency,
        long cost,
        @Nullable Long stock,
        @Nullable Long limitPerCustomer,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @Nullable Long minimumBalance,
        @Nullable String badge,
        CancellationPolicy cancellationPolicy,
        boolean issuesCoupons,
        String idempotencyKey) {

    CreateReward command() {
        return new CreateReward(
                key,
                name,
                description,
                currency,
                cost,
                stock,
                limitPerCustomer,
                from,
                until,
                minimumBalance,
                badge,
                cancellationPolicy,
                issuesCoupons);
    }
}
