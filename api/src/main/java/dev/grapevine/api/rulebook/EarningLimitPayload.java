package dev.grapevine.api.rulebook;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a limit to set or retire. */
record EarningLimitPayload(
        @Nullable EarningLimitVersion earningLimitVersion,
        List<Refusal> userErrors,
        boolean isReplay) {

    static EarningLimitPayload of(Outcome<EarningLimitVersion> outcome) {
        var answer = Answer.to(outcome);
        return new EarningLimitPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
