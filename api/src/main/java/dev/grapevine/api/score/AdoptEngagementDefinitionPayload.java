package dev.grapevine.api.score;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.score.EngagementDefinition;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a template to adopt. */
record AdoptEngagementDefinitionPayload(
        @Nullable EngagementDefinition definition, List<Refusal> userErrors, boolean isReplay) {

    static AdoptEngagementDefinitionPayload of(Outcome<EngagementDefinition> outcome) {
        var answer = Answer.to(outcome);
        return new AdoptEngagementDefinitionPayload(
                answer.value(), answer.userErrors(), answer.isReplay());
    }
}
