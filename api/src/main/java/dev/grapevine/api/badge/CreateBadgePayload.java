package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a badge to define. */
record CreateBadgePayload(@Nullable Badge badge, List<Refusal> userErrors, boolean isReplay) {

    static CreateBadgePayload of(CreateBadgeInput input, Outcome<Badge> outcome) {
        var answer = Answer.to(outcome);
        return new CreateBadgePayload(
                answer.value(),
                answer.userErrors().stream().map(input::placed).toList(),
                answer.isReplay());
    }
}
