package dev.grapevine.api.referral;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.referral.Referral;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a referral to register. */
record RegisterReferralPayload(
        @Nullable Referral referral, List<Refusal> userErrors, boolean isReplay) {

    static RegisterReferralPayload of(Outcome<Referral> outcome) {
        var answer = Answer.to(outcome);
        return new RegisterReferralPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
