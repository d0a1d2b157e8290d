package dev.grapevine.api.reward;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.reward.Reward;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a reward to define. */
record CreateRewardPayload(@Nullable Reward reward, List<Refusal> userErrors, boolean isReplay) {

    static CreateRewardPayload of(Outcome<Reward> outcome) {
        var answer = Answer.to(outcome);
        return new CreateRewardPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
