package dev.grapevine.graph.earning.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Loader and cache of the rule histories of brands. Revisions are immutable, so a cached history
 * stays valid; a newer revision is requested by its number. Not for use inside a transaction that
 * creates a revision: the cache would keep the revision after a rollback.
 */
@Component
public class RuleHistories {

    private static final CypherStatement REVISION =
            CypherStatement.of(RuleHistories.class, "current-revision");
    private static final CypherStatement VERSIONS =
            CypherStatement.of(RuleHistories.class, "published-versions");

    private static final int MAX_ATTEMPTS = 5;

    private final GraphClient graph;
    private final Cache<String, CachedHistory> cache =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofHours(1)).build();

    RuleHistories(GraphClient graph) {
        this.graph = graph;
    }

    private record CachedHistory(long revision, RuleHistory history) {}

    /**
     * Returns the number of the current revision of a brand; 0 for a brand without earning
     * configuration. Cost: one round trip.
     */
    public long revision(String brandId) {
        return graph
                .read(REVISION, Map.of("brandId", brandId), row -> row.get("revision").asLong())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * Returns the rule history of a brand up to a revision. Cost: none if the revision is cached,
     * otherwise one round trip, repeated while the revision is not visible yet.
     *
     * @param revision number of an existing revision
     * @throws GraphBusy if the revision does not become visible
     */
    public RuleHistory upTo(String brandId, long revision) {
        var cached = cache.getIfPresent(brandId);
        if (cached != null && cached.revision() == revision) {
            return cached.history();
        }
        var history = build(versionsUpTo(brandId, revision), revision);
        if (cached == null || cached.revision() < revision) {
            cache.put(brandId, new CachedHistory(revision, history));
        }
        return history;
    }

    /** Reads the versions, again if the change that created the revision is not visible yet. */
    private List<ConfigVersion> versionsUpTo(String brandId, long revision) {
        for (var attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            var versions =
                    graph.read(VERSIONS, Map.of("brandId", brandId), ConfigVersions::version);
            if (revision == 0 || versions.stream().anyMatch(it -> created(it, revision))) {
                return versions;
            }
        }
        throw new GraphBusy(
                new IllegalStateException(
                        "Configuration revision "
                                + revision
                                + " of brand "
                                + brandId
                                + " is not visible yet"));
    }

    private static boolean created(ConfigVersion version, long revision) {
        return Objects.equals(version.activeFrom(), revision)
                || Objects.equals(version.activeUntil(), revision);
    }

    private static RuleHistory build(List<ConfigVersion> versions, long upTo) {
        var specs = new HashMap<String, Object>();
        var numbers = new TreeSet<Long>();
        for (var version : versions) {
            if (version.activeFrom() != null) {
                numbers.add(version.activeFrom());
            }
            if (version.activeUntil() != null) {
                numbers.add(version.activeUntil());
            }
        }
        var revisions =
                numbers.stream()
                        .filter(number -> number <= upTo)
                        .map(number -> revision(number, versions, specs))
                        .toList();
        return new RuleHistory(revisions);
    }

    /**
     * @param specs parsed contents by version id, shared by the revisions
     */
    private static ConfigRevision revision(
            long number, List<ConfigVersion> versions, Map<String, Object> specs) {
        var rules = new ArrayList<Rule>();
        var limits = new HashMap<String, ConfigRevision.NamedLimit>();
        var tierSets = new HashMap<String, ConfigRevision.TierSetVersion>();
        var badges = new HashMap<String, BadgeCriteria>();
        for (var version : versions) {
            if (isActive(version, number)) {
                var key = version.key();
                var spec = specs.computeIfAbsent(version.id(), _ -> spec(version));
                switch (spec) {
                    case Rule rule -> rules.add(rule);
                    case ConfigRevision.NamedLimit limit -> limits.put(key, limit);
                    case ConfigRevision.TierSetVersion tierSet -> tierSets.put(key, tierSet);
                    case BadgeCriteria criteria -> badges.put(key, criteria);
                    default ->
                            throw new IllegalStateException(
                                    "Unknown type of configuration: " + spec);
                }
            }
        }
        return ConfigRevision.of(number, rules, limits, tierSets, badges);
    }

    private static Object spec(ConfigVersion version) {
        var text = version.spec();
        return switch (version.type()) {
            case RULE ->
                    Rule.of(
                            version.id(),
                            version.key(),
                            version.name(),
                            version.number(),
                            SpecJson.read(text, RuleSpec.class));
            case LIMIT ->
                    new ConfigRevision.NamedLimit(
                            version.name(), SpecJson.read(text, EarningLimit.class));
            case TIER_SET ->
                    new ConfigRevision.TierSetVersion(
                            version.id(), SpecJson.read(text, TierSet.class));
            case BADGE -> SpecJson.read(text, BadgeCriteria.class);
        };
    }

    private static boolean isActive(ConfigVersion version, long number) {
        return version.activeFrom() != null
                && version.activeFrom() <= number
                && (version.activeUntil() == null || number < version.activeUntil());
    }

    /**
     * Returns the rule history up to the current revision. Cost: one round trip, and that of {@link
     * #upTo}.
     */
    public RuleHistory of(String brandId) {
        return upTo(brandId, revision(brandId));
    }
}
