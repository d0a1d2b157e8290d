package dev.grapevine.api.score;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.score.EngagementDefinition;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a definition. */
record CreateEngagementDefinitionPayload(
        @Nullable EngagementDefinition definition, List<Refusal> userErrors, boolean isReplay) {

    static CreateEngagementDefinitionPayload of(Outcome<EngagementDefinition> outcome) {
        var answer = Answer.to(outcome);
        return new CreateEngagementDefinitionPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
