package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.reward.CouponBatch;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of coupons to add. */
record AddCouponsPayload(@Nullable CouponBatch batch, List<Refusal> userErrors, boolean isReplay) {

    static AddCouponsPayload of(Outcome<CouponBatch> outcome) {
        var answer = Answer.to(outcome);
        return new AddCouponsPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
