package dev.grapevine.graph.earning.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a brand has decided about earning at one time. Never changes: what the brand decides
 * later makes another edition, with the next number. Each activity is reckoned by the edition that
 * was in force when it was recorded, so that its result can be computed again at any time.
 *
 * @param number from 0 on, which has nothing in it
 * @param rules in the order in which they are worked out: by priority, then by key
 * @param limits by key, in the order of the keys
 * @param tierSets by key, in the order of the keys
 * @param badges by the badges' keys, in the order of the keys
 */
public record ConfigRevision(
        long number,
        List<Rule> rules,
        Map<String, EarningLimit> limits,
        Map<String, TierSetVersion> tierSets,
        Map<String, BadgeCriteria> badges,
        Index index) {

    private static final Comparator<Rule> ORDER =
            Comparator.comparingInt((Rule rule) -> -rule.spec().priority())
                    .thenComparing(Rule::key);

    /**
     * A version of a ladder.
     *
     * @param versionId {@code tsv_…}
     */
    public record TierSetVersion(String versionId, TierSet tierSet) {}

    /** An edition of these decisions. */
    public static ConfigRevision of(
            long number,
            List<Rule> rules,
            Map<String, EarningLimit> earningLimits,
            Map<String, TierSetVersion> ladders,
            Map<String, BadgeCriteria> badges) {
        var ordered = rules.stream().sorted(ORDER).toList();
        return new ConfigRevision(
                number,
                ordered,
                new TreeMap<>(earningLimits),
                new TreeMap<>(ladders),
                new TreeMap<>(badges),
                Index.of(ordered, badges));
    }

    /**
     * Who listens to which kind.
     *
     * @param rules rules by kind, in their order
     * @param badges keys of badges by kind
     */
    public record Index(Map<String, List<Rule>> rules, Map<String, List<String>> badges) {

        private static Index of(List<Rule> rules, Map<String, BadgeCriteria> badges) {
            var rulesOf = new HashMap<String, List<Rule>>();
            for (var rule : rules) {
                for (var kind : new LinkedHashSet<>(rule.spec().kinds())) {
                    rulesOf.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
                }
            }
            var badgesOf = new HashMap<String, List<String>>();
            new TreeMap<>(badges)
                    .forEach(
                            (key, criteria) ->
                                    criteria.counts()
                                            .forEach(
                                                    weightedKind ->
                                                            badgesOf.computeIfAbsent(
                                                                            weightedKind.kind(),
                                                                            _ -> new ArrayList<>())
                                                                    .add(key)));
            return new Index(rulesOf, badgesOf);
        }
    }

    /** The rules that listen to a kind. */
    public List<Rule> rulesFor(String kind) {
        return index.rules().getOrDefault(kind, List.of());
    }

    /** Keys of the badges that look at a kind. */
    public List<String> badgesFor(String kind) {
        return index.badges().getOrDefault(kind, List.of());
    }
}
