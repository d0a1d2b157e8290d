package dev.grapevine.api.rulebook;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a rule to draft, publish or retire. */
record RulePayload(@Nullable RuleVersion ruleVersion, List<Refusal> userErrors, boolean isReplay) {

    static RulePayload of(Outcome<RuleVersion> outcome) {
        var answer = Answer.to(outcome);
        return new RulePayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
