package dev.grapevine.graph.earning.rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which kinds of activities have to be taken in their order together, because what one earns may
 * depend on the others: rules of one currency, whose limits and tiers add them up; figures; badges
 * that count them or are asked for. Kinds of different strands know nothing of each other, and a
 * kind that nothing listens to is in none. (Disjoint sets, by union to the smaller name.)
 */
public final class DependencyGroups {

    private final Map<String, String> parents = new TreeMap<>();

    DependencyGroups(Collection<ConfigRevision> revisions) {
        for (var revision : revisions) {
            revision.rules().forEach(this::link);
            revision.badges().forEach(this::link);
            revision.tierSets().forEach((key, version) -> link(key, version.tierSet()));
        }
    }

    /** The strand of a kind; null if nothing listens to it. */
    public @Nullable String of(String kind) {
        return parents.containsKey(kind(kind)) ? root(kind(kind)) : null;
    }

    /** Whether activities of a kind can change what is summed up in a currency. */
    public boolean affects(String kind, String currency) {
        return parents.containsKey(kind(kind))
                && parents.containsKey(currency(currency))
                && root(kind(kind)).equals(root(currency(currency)));
    }

    /** All strands, to tell whether they have changed. */
    String signature() {
        var strands = new TreeMap<String, List<String>>();
        parents.keySet()
                .forEach(
                        name ->
                                strands.computeIfAbsent(root(name), _ -> new ArrayList<>())
                                        .add(name));
        return strands.toString();
    }

    private void link(Rule rule) {
        var spec = rule.spec();
        var first = kind(spec.kinds().getFirst());
        spec.kinds().forEach(kind -> link(first, kind(kind)));
        if (spec.points() != null) {
            link(first, currency(spec.points().currency()));
        }
        if (spec.badge() != null) {
            link(first, badge(spec.badge()));
        }
        if (spec.when() != null) {
            link(first, spec.when());
        }
    }

    private void link(String key, BadgeCriteria criteria) {
        for (var weightedKind : criteria.counts()) {
            link(badge(key), kind(weightedKind.kind()));
        }
        if (criteria.when() != null) {
            link(badge(key), criteria.when());
        }
    }

    private void link(String name, Condition condition) {
        switch (condition) {
            case Condition.AggregateIs(var aggregate, _, _) ->
                    aggregate.kinds().forEach(kind -> link(name, kind(kind)));
            case Condition.HasBadge(var badge) -> link(name, badge(badge));
            case Condition.TierIn(var ladder, _) -> link(name, tierSet(ladder));
            default -> condition.parts().forEach(part -> link(name, part));
        }
    }

    /** Whoever asks for a tier depends on what the tier adds up. */
    private void link(String ladderKey, TierSet tierSet) {
        link(tierSet(ladderKey), currency(tierSet.currency()));
    }

    private void link(String one, String other) {
        var first = root(one);
        var second = root(other);
        var isFirst = first.compareTo(second) <= 0;
        parents.put(isFirst ? second : first, isFirst ? first : second);
        parents.putIfAbsent(isFirst ? first : second, isFirst ? first : second);
    }

    private String root(String name) {
        var parent = parents.getOrDefault(name, name);
        return parent.equals(name) ? name : root(parent);
    }

    private static String kind(String kind) {
        return "kind " + kind;
    }

    private static String currency(String code) {
        return "currency " + code;
    }

    private static String badge(String key) {
        return "badge " + key;
    }

    private static String tierSet(String key) {
        return "ladder " + key;
    }
}
