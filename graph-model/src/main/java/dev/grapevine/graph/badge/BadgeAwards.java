package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.earning.BadgeAwarder;
import dev.grapevine.graph.earning.EarnedBadge;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Badge awards in the graph. Writes run in a transaction that has locked the customers. */
@Component
class BadgeAwards implements BadgeAwarder {

    private static final CypherStatement AWARD =
            CypherStatement.of(BadgeAwards.class, "award-badge");
    private static final CypherStatement REVOKE =
            CypherStatement.of(BadgeAwards.class, "revoke-awards");
    private static final CypherStatement UPSERT_EARNED =
            CypherStatement.of(BadgeAwards.class, "upsert-earned-awards");
    private static final CypherStatement EARNED =
            CypherStatement.of(BadgeAwards.class, "earned-awards");
    private static final CypherStatement ACTIVE =
            CypherStatement.of(BadgeAwards.class, "active-award");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(BadgeAwards.class, "badge-awards-by-ids");
    private static final String AUTO_REVOCATION_REASON =
            "The activities that earned the award no longer count.";

    private final BadgeRepository repository;
    private final GraphClient graph;
    private final Ids ids;
    private final Times times;

    /** Cache without eviction on change: badges are immutable. */
    private final Cache<String, Badge> badges = Caffeine.newBuilder().maximumSize(10_000).build();

    private final Cache<String, String> idsByKey =
            Caffeine.newBuilder().maximumSize(10_000).build();

    BadgeAwards(BadgeRepository repository, GraphClient graph, Ids ids, Times times) {
        this.repository = repository;
        this.graph = graph;
        this.ids = ids;
        this.times = times;
    }

    private record Row(String key, BadgeAward award) {}

    /** Returns true if the customer has an active award of the badge. One round trip. */
    boolean exists(String customerId, String badgeId) {
        var parameters = Map.of("customerId", customerId, "badgeId", badgeId);
        return !graph.read(ACTIVE, parameters, row -> row.get("id").asString()).isEmpty();
    }

    /** Returns the awards with these ids that the caller may see, by id. One round trip. */
    Map<String, BadgeAward> byIds(Caller caller, Collection<String> awardIds) {
        return graph.read(BY_IDS, Map.of("ids", List.copyOf(awardIds)), BadgeAwards::award).stream()
                .filter(award -> caller.sees(award.brandId()))
                .collect(toMap(BadgeAward::id, award -> award));
    }

    /** Returns the award with this id, which must exist. */
    BadgeAward byId(String id) {
        return Objects.requireNonNull(byIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    /**
     * Writes a manual award, in place of a revoked one with the same key, and returns false if the
     * customer already has the badge.
     */
    boolean award(BadgeAward award) {
        var parameters = Map.of("key", award.key(), "award", award);
        return !graph.write(AWARD, parameters, BadgeAwards::award).isEmpty();
    }

    private static BadgeAward award(Record row) {
        return Rows.map(row.get("award"), BadgeAward.class);
    }

    private static List<Row> rows(List<BadgeAward> awards) {
        return awards.stream()
                .map(award -> new Row(award.key(), award))
                .sorted(Comparator.comparing(Row::key))
                .toList();
    }

    @Override
    public void awardEarned(String brandId, List<EarnedBadge> earned) {
        if (!earned.isEmpty()) {
            var badgeIds = badgeIds(brandId, earned);
            awardEarned(earned.stream().map(it -> award(brandId, badgeIds, it)).toList());
        }
    }

    private void awardEarned(List<BadgeAward> earned) {
        if (!earned.isEmpty()) {
            graph.write(UPSERT_EARNED, Map.of("rows", rows(earned)));
        }
    }

    /** Also updates activity, measure and time of awards that another activity earns now. */
    @Override
    public void reconcile(
            String brandId, Collection<String> customerIds, List<EarnedBadge> earned) {
        var badgeIds = badgeIds(brandId, earned);
        var expected = earned.stream().map(it -> award(brandId, badgeIds, it)).toList();
        var keys = expected.stream().map(BadgeAward::key).collect(toSet());
        var existing =
                graph.read(EARNED, Map.of("ids", List.copyOf(customerIds)), BadgeAwards::award);
        var permanent = permanent(existing);
        var unearned =
                existing.stream()
                        .filter(award -> award.isActive() && !keys.contains(award.key()))
                        .filter(award -> !permanent.contains(award.badgeId()))
                        .map(BadgeAward::id)
                        .toList();
        var unchanged =
                existing.stream()
                        .filter(BadgeAward::isActive)
                        .map(BadgeAwards::earnedBy)
                        .collect(toSet());
        awardEarned(
                expected.stream().filter(award -> !unchanged.contains(earnedBy(award))).toList());
        revoke(unearned, AUTO_REVOCATION_REASON, true);
    }

    /** Returns the fields that identify an award and the activity that earned the award. */
    private static List<Object> earnedBy(BadgeAward award) {
        return List.of(
                award.key(),
                String.valueOf(award.activityId()),
                String.valueOf(award.measuredValue()),
                award.earnedAt().toInstant());
    }

    /**
     * Revokes an award permanently and returns false if a caller has revoked the award before. An
     * automatic revocation becomes permanent.
     */
    boolean revoke(String awardId, String reason) {
        return !revoke(List.of(awardId), reason, false).isEmpty();
    }

    private List<BadgeAward> revoke(List<String> awardIds, String reason, boolean isAutoRevoked) {
        if (awardIds.isEmpty()) {
            return List.of();
        }
        var parameters =
                Map.of(
                        "ids",
                        awardIds,
                        "now",
                        times.now(),
                        "reason",
                        reason,
                        "isAutoRevoked",
                        isAutoRevoked);
        return graph.write(REVOKE, parameters, BadgeAwards::award);
    }

    /** Returns the ids of the permanent badges among the badges of these awards. */
    private Set<String> permanent(List<BadgeAward> awards) {
        var ids = awards.stream().map(BadgeAward::badgeId).collect(toSet());
        return badges.getAll(ids, this::load).values().stream()
                .filter(Badge::isPermanent)
                .map(Badge::id)
                .collect(toSet());
    }

    private Map<String, Badge> load(Set<? extends String> ids) {
        return graph.callRepository(() -> repository.findAllById(List.copyOf(ids))).stream()
                .collect(toMap(Badge::id, badge -> badge));
    }

    /** Returns the ids of the earned badges, by badge key. */
    private Map<String, String> badgeIds(String brandId, List<EarnedBadge> earned) {
        var keys =
                earned.stream().map(it -> Badge.brandKey(brandId, it.badgeKey())).collect(toSet());
        return idsByKey.getAll(keys, this::find).entrySet().stream()
                .collect(
                        toMap(
                                id -> id.getKey().substring(brandId.length() + 1),
                                Map.Entry::getValue));
    }

    private Map<String, String> find(Set<? extends String> brandKeys) {
        return graph
                .callRepository(() -> repository.findAllByBrandKeyIn(List.copyOf(brandKeys)))
                .stream()
                .collect(toMap(Badge::brandKey, Badge::id));
    }

    private BadgeAward award(String brandId, Map<String, String> badgeIds, EarnedBadge earned) {
        var reason =
                earned.ruleVersionId() == null
                        ? BadgeAward.Reason.THRESHOLD_REACHED
                        : BadgeAward.Reason.RULE_FIRED;
        return new BadgeAward(
                ids.next("bda"),
                brandId,
                earned.customerId(),
                Objects.requireNonNull(badgeIds.get(earned.badgeKey())),
                reason.name(),
                earned.level(),
                earned.periodKey(),
                earned.measure(),
                earned.activityId(),
                earned.ruleVersionId(),
                null,
                Caller.SYSTEM.id(),
                times.now(),
                earned.earnedAt(),
                null,
                null);
    }
}
