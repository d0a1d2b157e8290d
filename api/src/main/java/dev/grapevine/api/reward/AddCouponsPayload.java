package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.PayloadData;
import dev.grapevine.graph.kernel.command.Rejection;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.reward.CouponBatch;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Result of {@code addCoupons}. */
record AddCouponsPayload(
        @Nullable CouponBatch batch, List<Rejection> userErrors, boolean isReplay) {

    static AddCouponsPayload of(Result<CouponBatch> result) {
        var payloadData = PayloadData.to(result);
        return new AddCouponsPayload(
                payloadData.value(), payloadData.userErrors(), payloadData.isReplay());
    }
}
