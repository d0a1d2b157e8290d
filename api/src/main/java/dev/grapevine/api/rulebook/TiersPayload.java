package dev.grapevine.api.rulebook;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of tiers to set or retire. */
record TiersPayload(
        @Nullable TierSetVersion tierSetVersion, List<Refusal> userErrors, boolean isReplay) {

    static TiersPayload of(Outcome<TierSetVersion> outcome) {
        var answer = Answer.to(outcome);
        return new TiersPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
