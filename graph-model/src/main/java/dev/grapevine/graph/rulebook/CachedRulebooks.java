package dev.grapevine.graph.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
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
        var decisions =
                graph.read(DECISIONS, Map.of("brandId", brandId), CypherDecisions::decision);
        var rulebook = rulebook(decisions, edition);
        if (present == null || present.edition() < edition) {
            known.put(brandId, new Known(edition, rulebook));
        }
        return rulebook;
    }

    private static Rulebook rulebook(List<Decision> decisions, long upTo) {
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
                        .map(number -> edition(number, decisions))
                        .toList();
        return new Rulebook(editions);
    }

    private static Edition edition(long number, List<Decision> decisions) {
        var rules = new ArrayList<Rule>();
        var limits = new HashMap<String, Limit>();
        var ladders = new HashMap<String, Edition.LadderVersion>();
        var badges = new HashMap<String, Criteria>();
        for (var decision : decisions) {
            if (isInForce(decision, number)) {
                var key = decision.key();
                var spec = decision.spec();
                switch (decision.type()) {
                    case RULE ->
                            rules.add(
                                    Rule.of(
                                            decision.id(),
                                            key,
                                            decision.name(),
                                            decision.number(),
                                            SpecText.read(spec, RuleSpec.class)));
                    case LIMIT -> limits.put(key, SpecText.read(spec, Limit.class));
                    case LADDER ->
                            ladders.put(
                                    key,
                                    new Edition.LadderVersion(
                                            decision.id(), SpecText.read(spec, Ladder.class)));
                    case BADGE -> badges.put(key, SpecText.read(spec, Criteria.class));
                }
            }
        }
        return Edition.of(number, rules, limits, ladders, badges);
    }

    private static boolean isInForce(Decision decision, long number) {
        return decision.inForceFrom() != null
                && decision.inForceFrom() <= number
                && (decision.inForceUntil() == null || number < decision.inForceUntil());
    }
}
