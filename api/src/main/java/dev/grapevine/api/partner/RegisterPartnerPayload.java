package dev.grapevine.api.partner;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.partner.NewPartner;
import dev.grapevine.graph.partner.Partner;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a partner to register. */
record RegisterPartnerPayload(
        @Nullable Partner partner,
        @Nullable String apiKey,
        List<Refusal> userErrors,
        boolean isReplay) {

    static RegisterPartnerPayload of(Outcome<NewPartner> outcome) {
        var answer = Answer.to(outcome);
        var partner = answer.value();
        return new RegisterPartnerPayload(
                partner == null ? null : partner.partner(),
                partner == null ? null : partner.apiKey(),
                answer.userErrors(),
                answer.isReplay());
    }
}
