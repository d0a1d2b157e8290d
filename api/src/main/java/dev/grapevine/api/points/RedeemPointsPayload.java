package dev.grapevine.api.points;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of points to spend. */
record RedeemPointsPayload(
        @Nullable PointsEntry entry, List<Refusal> userErrors, boolean isReplay) {

    static RedeemPointsPayload of(Outcome<PointsEntry> outcome) {
        var answer = Answer.to(outcome);
        return new RedeemPointsPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
