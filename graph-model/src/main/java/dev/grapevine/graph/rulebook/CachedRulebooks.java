package dev.grapevine.graph.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.GraphBusy;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Edition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Rule;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rule.Rulebook;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Rulebooks, put together from all decisions and kept in memory. Editions never change, so what is
 * known of one is right for ever; who needs a newer one asks for it by its number. Must not be
 * asked inside the transaction that makes an edition: it might be rolled back and yet be
 * remembered.
 */
@Component
class CachedRulebooks implements Rulebooks {

    private static final CypherFile EDITION = CypherFile.of(CachedRulebooks.class, "edition");
    private static final CypherFile DECISIONS =
            CypherFile.of(CachedRulebooks.class, "decisions-ever-in-force");

    private static final int MOST_TRIES = 5;

    private final Graph graph;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(Duration.ofHours(1)).build();

    CachedRulebooks(Graph graph) {
        this.graph = graph;
    }

    private record Known(long edition, Rulebook rulebook) {}

    @Override
    public long edition(String brandId) {
        return graph
                .read(EDITION, Map.of("brandId", brandId), row -> row.get("edition").asLong())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public Rulebook upTo(String brandId, long edition) {
        var present = known.getIfPresent(brandId);
        if (present != null && present.edition() == edition) {
            return present.rulebook();
        }
        var rulebook = rulebook(decisionsUpTo(brandId, edition), edition);
        if (present == null || present.edition() < edition) {
            known.put(brandId, new Known(edition, rulebook));
        }
        return rulebook;
    }

    /** Reads again if what has made the edition is not to be seen yet. */
    private List<Decision> decisionsUpTo(String brandId, long edition) {
        for (var tries = 1; tries <= MOST_TRIES; tries++) {
            var decisions =
                    graph.read(DECISIONS, Map.of("brandId", brandId), CypherDecisions::decision);
            if (edition == 0 || decisions.stream().anyMatch(it -> hasMade(it, edition))) {
                return decisions;
            }
        }
        throw new GraphBusy(
                new IllegalStateException("What made edition " + edition + " is not to be seen"));
    }

    private static boolean hasMade(Decision decision, long edition) {
        return Objects.equals(decision.inForceFrom(), edition)
                || Objects.equals(decision.inForceUntil(), edition);
    }

    private static Rulebook rulebook(List<Decision> decisions, long upTo) {
        var specs = new HashMap<String, Object>();
        var borders = new TreeSet<Long>();
        for (var decision : decisions) {
            if (decision.inForceFrom() != null) {
                borders.add(decision.inForceFrom());
            }
            if (decision.inForceUntil() != null) {
                borders.add(decision.inForceUntil());
            }
        }
        var editions =
                borders.stream()
                        .filter(number -> number <= upTo)
                        .map(number -> edition(number, decisions, specs))
                        .toList();
        return new Rulebook(editions);
    }

    /**
     * @param specs contents of decisions that were read before, by id: editions share them
     */
    private static Edition edition(
            long number, List<Decision> decisions, Map<String, Object> specs) {
        var rules = new ArrayList<Rule>();
        var limits = new HashMap<String, Limit>();
        var ladders = new HashMap<String, Edition.LadderVersion>();
        var badges = new HashMap<String, Criteria>();
        for (var decision : decisions) {
            if (isInForce(decision, number)) {
                var key = decision.key();
                var spec = specs.computeIfAbsent(decision.id(), _ -> spec(decision));
                switch (spec) {
                    case Rule rule -> rules.add(rule);
                    case Limit limit -> limits.put(key, limit);
                    case Edition.LadderVersion ladder -> ladders.put(key, ladder);
                    case Criteria criteria -> badges.put(key, criteria);
                    default -> throw new IllegalStateException("No decision: " + spec);
                }
            }
        }
        return Edition.of(number, rules, limits, ladders, badges);
    }

    private static Object spec(Decision decision) {
        var text = decision.spec();
        return switch (decision.type()) {
            case RULE ->
                    Rule.of(
                            decision.id(),
                            decision.key(),
                            decision.name(),
                            decision.number(),
                            SpecText.read(text, RuleSpec.class));
            case LIMIT -> SpecText.read(text, Limit.class);
            case LADDER ->
                    new Edition.LadderVersion(decision.id(), SpecText.read(text, Ladder.class));
            case BADGE -> SpecText.read(text, Criteria.class);
        };
    }

    private static boolean isInForce(Decision decision, long number) {
        return decision.inForceFrom() != null
                && decision.inForceFrom() <= number
                && (decision.inForceUntil() == null || number < decision.inForceUntil());
    }
}
