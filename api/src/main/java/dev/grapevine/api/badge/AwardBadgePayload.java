package dev.grapevine.api.badge;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a badge to award. */
record AwardBadgePayload(@Nullable BadgeAward award, List<Refusal> userErrors, boolean isReplay) {

    static AwardBadgePayload of(Outcome<BadgeAward> outcome) {
        var answer = Answer.to(outcome);
        return new AwardBadgePayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
