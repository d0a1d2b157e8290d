package dev.grapevine.api.reward;

import dev.grapevine.graph.reward.AddCoupons;

import java.util.List;

/** Input of {@code addCoupons}. */
record AddCouponsInput(String rewardId, List<String> codes, String idempotencyKey) {

    AddCoupons command() {
        return new AddCoupons(rewardId, codes);
    }
}
