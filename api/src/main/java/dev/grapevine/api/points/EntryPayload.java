package dev.grapevine.api.points;

import dev.grapevine.api.kernel.Answer;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.points.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of a command that writes an entry: every such payload of the schema. */
record EntryPayload(@Nullable PointsEntry entry, List<Refusal> userErrors, boolean isReplay) {

    static EntryPayload of(Outcome<PointsEntry> outcome) {
        var answer = Answer.to(outcome);
        return new EntryPayload(answer.value(), answer.userErrors(), answer.isReplay());
    }
}
