package dev.grapevine.graph.earning;

import dev.grapevine.graph.course.Progress;
import dev.grapevine.graph.course.Standing;
import dev.grapevine.graph.rule.Rulebook;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Where a customer stands on one of the brand's ladders.
 *
 * @param ladderKey key of the ladder
 * @param versionId {@code ldv_…}: the version of it that is in force
 */
public record TierStanding(String ladderKey, String versionId, Standing standing) {

    /** The standings on all ladders that are in force. */
    static List<TierStanding> of(Rulebook rulebook, Progress progress, OffsetDateTime now) {
        return rulebook.latest().ladders().entrySet().stream()
                .map(
                        ladder ->
                                new TierStanding(
                                        ladder.getKey(),
                                        ladder.getValue().versionId(),
                                        Standing.of(ladder.getValue(), progress, now)))
                .toList();
    }
}
