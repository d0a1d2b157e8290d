package dev.grapevine.graph.badge;

import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.engagement.ActivitiesRecorded;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Awards badges, each to each customer at most once. */
@Component
class BadgeAwards {

    private static final CypherFile AWARD = CypherFile.of(BadgeAwards.class, "award-badges");
    private static final CypherFile TALLIES = CypherFile.of(BadgeAwards.class, "tallies-of-kind");
    private static final CypherFile WATCHED = CypherFile.of(BadgeAwards.class, "badges-that-count");
    private static final CypherFile BY_KEY = CypherFile.of(BadgeAwards.class, "badge-award-by-key");
    private static final int BATCH = 500;

    private final Graph graph;
    private final Customers customers;
    private final Ids ids;
    private final Times times;

    BadgeAwards(Graph graph, Customers customers, Ids ids, Times times) {
        this.graph = graph;
        this.customers = customers;
        this.ids = ids;
        this.times = times;
    }

    private record Row(String key, BadgeAward award) {}

    /**
     * Awards what the activities have reached, in their transaction. Which badges there are is
     * asked there too: a badge that was defined a moment ago, or elsewhere, counts.
     */
    @EventListener
    void on(ActivitiesRecorded recorded) {
        var watched = watched(recorded.counts());
        award(recorded.counts().stream().flatMap(count -> reached(watched, count)).toList());
    }

    private List<Badge> watched(List<ActivitiesRecorded.Count> counts) {
        var brandIds = counts.stream().map(ActivitiesRecorded.Count::brandId).distinct().toList();
        var kinds = counts.stream().map(ActivitiesRecorded.Count::kind).distinct().toList();
        return graph.read(
                WATCHED,
                Map.of("brandIds", brandIds, "kinds", kinds),
                row -> row.get("badge").as(Badge.class));
    }

    private Stream<BadgeAward> reached(List<Badge> watched, ActivitiesRecorded.Count count) {
        return watched.stream()
                .filter(badge -> badge.brandId().equals(count.brandId()))
                .filter(badge -> count.kind().equals(badge.kind()))
                .filter(badge -> badge.isReachedAt(count.count()))
                .map(badge -> reached(badge, count.customerId(), count.count()));
    }

    private record Tally(String key, String customerId, long count) {}

    /**
     * Awards a new badge to everyone who has reached its threshold before, in batches. Whoever does
     * so while the badge is being defined gets it with their next activity of the kind.
     */
    void awardInHindsight(Badge badge) {
        var after = "";
        List<Tally> tallies;
        do {
            tallies = tallies(badge, after);
            awardInHindsight(badge, tallies);
            after = tallies.isEmpty() ? after : tallies.getLast().key();
        } while (tallies.size() == BATCH);
    }

    private List<Tally> tallies(Badge badge, String after) {
        var parameters = new HashMap<String, Object>();
        parameters.put("brandId", badge.brandId());
        parameters.put("kind", badge.kind());
        parameters.put("after", after);
        parameters.put("limit", BATCH);
        return graph.read(TALLIES, parameters, row -> row.as(Tally.class));
    }

    private void awardInHindsight(Badge badge, List<Tally> tallies) {
        var reached = tallies.stream().filter(tally -> badge.isReachedAt(tally.count())).toList();
        if (reached.isEmpty()) {
            return;
        }
        graph.inOneTransaction(
                () -> {
                    customers.lock(
                            Caller.GRAPEVINE, reached.stream().map(Tally::customerId).toList());
                    return award(
                            reached.stream()
                                    .map(tally -> reached(badge, tally.customerId(), tally.count()))
                                    .toList());
                });
    }

    private BadgeAward reached(Badge badge, String customerId, long count) {
        return new BadgeAward(
                ids.next("bda"),
                badge.brandId(),
                customerId,
                badge.id(),
                BadgeAward.Reason.THRESHOLD_REACHED.name(),
                count,
                null,
                Caller.GRAPEVINE.id(),
                times.now());
    }

    boolean exists(String customerId, String badgeId) {
        var key = BadgeAward.key(customerId, badgeId);
        return !graph.read(BY_KEY, Map.of("key", key), row -> row.get("id").asString()).isEmpty();
    }

    /** Awards badges to customers who do not have them; answers the new awards. */
    List<BadgeAward> award(List<BadgeAward> awards) {
        if (awards.isEmpty()) {
            return List.of();
        }
        var rows =
                awards.stream()
                        .map(
                                award ->
                                        new Row(
                                                BadgeAward.key(award.customerId(), award.badgeId()),
                                                award))
                        .sorted(Comparator.comparing(Row::key))
                        .toList();
        return graph.write(
                AWARD, Map.of("rows", rows), row -> row.get("award").as(BadgeAward.class));
    }
}
