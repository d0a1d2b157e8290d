package dev.grapevine.graph.badge;

import dev.grapevine.graph.engagement.ActivitiesRecorded;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Awards badges, each to each customer at most once. */
@Component
class BadgeAwards {

    private static final CypherFile AWARD = CypherFile.of(BadgeAwards.class, "award-badges");
    private static final CypherFile REACHED = CypherFile.of(BadgeAwards.class, "threshold-reached");
    private static final int BATCH = 500;

    private final Graph graph;
    private final BadgeCatalogue catalogue;
    private final Ids ids;
    private final Times times;

    BadgeAwards(Graph graph, BadgeCatalogue catalogue, Ids ids, Times times) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.ids = ids;
        this.times = times;
    }

    private record Row(String key, BadgeAward award) {}

    /** Awards what the activities have reached, in their transaction. */
    @EventListener
    void on(ActivitiesRecorded recorded) {
        award(recorded.counts().stream()
                .flatMap(count -> catalogue.of(count.brandId()).stream()
                        .filter(badge -> badge.isReachedBy(count.kind(), count.count()))
                        .map(badge -> reached(badge, count.customerId(), count.count())))
                .toList());
    }

    private record Tally(String key, String customerId, long count) {}

    /**
     * Awards a new badge to everyone who has reached its threshold before. Tallies are locked in passing: an activity
     * that is being recorded meanwhile is either counted here or finds the new badge itself.
     */
    void awardInHindsight(Badge badge) {
        var after = "";
        List<Tally> tallies;
        do {
            var from = after;
            tallies = graph.inOneTransaction(() -> awardInHindsight(badge, from));
            after = tallies.isEmpty() ? after : tallies.getLast().key();
        } while (tallies.size() == BATCH);
    }

    private List<Tally> awardInHindsight(Badge badge, String after) {
        var parameters = Map.<String, Object>of(
                "brandId", badge.brandId(),
                "kind", Objects.requireNonNull(badge.kind()),
                "after", after,
                "limit", BATCH);
        var tallies = graph.write(REACHED, parameters, row -> row.as(Tally.class));
        award(tallies.stream()
                .filter(tally -> badge.isReachedBy(badge.kind(), tally.count()))
                .map(tally -> reached(badge, tally.customerId(), tally.count()))
                .toList());
        return tallies;
    }

    private BadgeAward reached(Badge badge, String customerId, long count) {
        return new BadgeAward(
                ids.next("bda"),
                badge.brandId(),
                customerId,
                badge.id(),
                BadgeAward.Reason.THRESHOLD_REACHED,
                count,
                null,
                Caller.GRAPEVINE.id(),
                times.now());
    }

    /** Awards badges to customers who do not have them; answers the new awards. */
    List<BadgeAward> award(List<BadgeAward> awards) {
        if (awards.isEmpty()) {
            return List.of();
        }
        var rows = awards.stream()
                .map(award -> new Row(BadgeAward.key(award.customerId(), award.badgeId()), award))
                .sorted(Comparator.comparing(Row::key))
                .toList();
        return graph.write(AWARD, Map.of("rows", rows), row -> row.get("award").as(BadgeAward.class));
    }
}
