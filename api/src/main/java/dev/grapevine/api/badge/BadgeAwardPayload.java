package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a badge to award, or of an award to take back. */
record BadgeAwardPayload(@Nullable BadgeAward award, List<Refusal> userErrors, boolean isReplay) {

    static BadgeAwardPayload of(Outcome<BadgeAward> outcome) {
        var answer = Answer.to(outcome);
        return new BadgeAwardPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
