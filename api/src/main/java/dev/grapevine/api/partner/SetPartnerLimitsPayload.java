package dev.grapevine.api.partner;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.partner.Partner;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of the limits of a partner. */
record SetPartnerLimitsPayload(
        @Nullable Partner partner, List<Refusal> userErrors, boolean isReplay) {

    static SetPartnerLimitsPayload of(Outcome<Partner> outcome) {
        var answer = Answer.to(outcome);
        return new SetPartnerLimitsPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
