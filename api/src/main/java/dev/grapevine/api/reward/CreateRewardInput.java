package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.CancellationPolicy;
import dev.grapevine.graph.reward.DefineReward;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/** A reward to define. */
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
        CancellationPolicy cancellation,
        boolean handsOutCoupons,
        String idempotencyKey) {

    DefineReward command() {
        return new DefineReward(
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
                cancellation,
                handsOutCoupons);
    }
}
