package dev.grapevine.graph.earning.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Immutable earning configuration of a brand at one revision. Each activity is evaluated by the
 * revision that was current when the activity was recorded, so that its result can be recalculated
 * at any time.
 *
 * @param number revision number; 0 is the empty configuration
 * @param rules active rules in the order of evaluation: by descending priority, then by key
 * @param limits active earning limits by key, ordered by key
 * @param tierSets active tier sets by key, ordered by key
 * @param badges criteria by badge key, ordered by key
 * @param index rules and badges by activity kind
 */
public record ConfigRevision(
        long number,
        List<Rule> rules,
        Map<String, NamedLimit> limits,
        Map<String, TierSetVersion> tierSets,
        Map<String, BadgeCriteria> badges,
        Index index) {

    private static final Comparator<Rule> ORDER =
            Comparator.comparingInt((Rule rule) -> -rule.spec().priority())
                    .thenComparing(Rule::key);

    /**
     * Earning limit with its name.
     *
     * @param name name for people
     */
    public record NamedLimit(String name, EarningLimit limit) {}

    /**
     * Version of a tier set.
     *
     * @param versionId {@code tsv_…}
     */
    public record TierSetVersion(String versionId, TierSet tierSet) {}

    /** Creates a revision; orders the rules and builds the index. */
    public static ConfigRevision of(
            long number,
            List<Rule> rules,
            Map<String, NamedLimit> limits,
            Map<String, TierSetVersion> tierSets,
            Map<String, BadgeCriteria> badges) {
        var ordered = rules.stream().sorted(ORDER).toList();
        return new ConfigRevision(
                number,
                ordered,
                new TreeMap<>(limits),
                new TreeMap<>(tierSets),
                new TreeMap<>(badges),
                Index.of(ordered, badges));
    }

    /**
     * Rules and badges by activity kind.
     *
     * @param rules rules by kind, in the order of evaluation
     * @param badges badge keys by kind
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
                                    criteria.kinds()
                                            .forEach(
                                                    weightedKind ->
                                                            badgesOf.computeIfAbsent(
                                                                            weightedKind.kind(),
                                                                            _ -> new ArrayList<>())
                                                                    .add(key)));
            return new Index(rulesOf, badgesOf);
        }
    }

    /** Returns the rules for an activity kind, in the order of evaluation. */
    public List<Rule> rulesFor(String kind) {
        return index.rules().getOrDefault(kind, List.of());
    }

    /** Returns the keys of the badges that count an activity kind. */
    public List<String> badgesFor(String kind) {
        return index.badges().getOrDefault(kind, List.of());
    }
}
