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
 * The rulebooks of brands, as all their decisions make them.
 *
 * <p>Rulebooks, put together from all decisions and kept in memory. Editions never change, so what
 * is known of one is right for ever; who needs a newer one asks for it by its number. Must not be
 * asked inside the transaction that makes an edition: it might be rolled back and yet be
 * remembered.
 */
@Component
public class RuleHistories {

    private static final CypherStatement REVISION =
            CypherStatement.of(RuleHistories.class, "current-revision");
    private static final CypherStatement VERSIONS =
            CypherStatement.of(RuleHistories.class, "published-versions");

    private static final int MAX_ATTEMPTS = 5;

    private final GraphClient graph;
    private final Cache<String, CachedHistory> cachedHistory =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofHours(1)).build();

    RuleHistories(GraphClient graph) {
        this.graph = graph;
    }

    private record CachedHistory(long revision, RuleHistory rulebook) {}

    /** The number of a brand's latest edition; 0 if it has decided nothing. One round trip. */
    public long revision(String brandId) {
        return graph
                .read(REVISION, Map.of("brandId", brandId), row -> row.get("revision").asLong())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * The rulebook of a brand up to an edition that exists. Answered from memory unless the edition
     * is newer than what is known.
     */
    public RuleHistory upTo(String brandId, long revision) {
        var present = cachedHistory.getIfPresent(brandId);
        if (present != null && present.revision() == revision) {
            return present.rulebook();
        }
        var history = rulebook(versionsUpTo(brandId, revision), revision);
        if (present == null || present.revision() < revision) {
            cachedHistory.put(brandId, new CachedHistory(revision, history));
        }
        return history;
    }

    /** Reads again if what has made the edition is not to be seen yet. */
    private List<ConfigVersion> versionsUpTo(String brandId, long revision) {
        for (var tries = 1; tries <= MAX_ATTEMPTS; tries++) {
            var versions =
                    graph.read(VERSIONS, Map.of("brandId", brandId), ConfigVersions::version);
            if (revision == 0 || versions.stream().anyMatch(it -> hasMade(it, revision))) {
                return versions;
            }
        }
        throw new GraphBusy(
                new IllegalStateException("What made edition " + revision + " is not to be seen"));
    }

    private static boolean hasMade(ConfigVersion version, long revision) {
        return Objects.equals(version.activeFrom(), revision)
                || Objects.equals(version.activeUntil(), revision);
    }

    private static RuleHistory rulebook(List<ConfigVersion> versions, long upTo) {
        var specs = new HashMap<String, Object>();
        var borders = new TreeSet<Long>();
        for (var version : versions) {
            if (version.activeFrom() != null) {
                borders.add(version.activeFrom());
            }
            if (version.activeUntil() != null) {
                borders.add(version.activeUntil());
            }
        }
        var revisions =
                borders.stream()
                        .filter(number -> number <= upTo)
                        .map(number -> revision(number, versions, specs))
                        .toList();
        return new RuleHistory(revisions);
    }

    /**
     * @param specs contents of decisions that were read before, by id: editions share them
     */
    private static ConfigRevision revision(
            long number, List<ConfigVersion> versions, Map<String, Object> specs) {
        var rules = new ArrayList<Rule>();
        var earningLimits = new HashMap<String, EarningLimit>();
        var ladders = new HashMap<String, ConfigRevision.TierSetVersion>();
        var badges = new HashMap<String, BadgeCriteria>();
        for (var version : versions) {
            if (isActive(version, number)) {
                var key = version.key();
                var spec = specs.computeIfAbsent(version.id(), _ -> spec(version));
                switch (spec) {
                    case Rule rule -> rules.add(rule);
                    case EarningLimit earningLimit -> earningLimits.put(key, earningLimit);
                    case ConfigRevision.TierSetVersion ladder -> ladders.put(key, ladder);
                    case BadgeCriteria criteria -> badges.put(key, criteria);
                    default -> throw new IllegalStateException("No decision: " + spec);
                }
            }
        }
        return ConfigRevision.of(number, rules, earningLimits, ladders, badges);
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
            case LIMIT -> SpecJson.read(text, EarningLimit.class);
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

    /** The rulebook as it is now. */
    public RuleHistory of(String brandId) {
        return upTo(brandId, revision(brandId));
    }
}
