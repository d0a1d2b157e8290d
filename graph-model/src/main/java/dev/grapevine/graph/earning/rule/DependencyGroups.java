package dev.grapevine.graph.earning.rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dependency groups: sets of activity kinds that have to be evaluated in order because a rule,
 * earning limit, aggregate, tier or badge connects them. Kinds of different groups are independent;
 * a kind that nothing uses belongs to no group. Implemented as disjoint sets whose representative
 * is the smallest name.
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

    /** Returns the name of the group of a kind; null if nothing uses the kind. */
    public @Nullable String of(String kind) {
        return parents.containsKey(kind(kind)) ? root(kind(kind)) : null;
    }

    /** Returns true if activities of a kind can change sums in a currency. */
    public boolean affects(String kind, String currency) {
        return parents.containsKey(kind(kind))
                && parents.containsKey(currency(currency))
                && root(kind(kind)).equals(root(currency(currency)));
    }

    /** Returns a text that differs if and only if the groups differ. */
    String signature() {
        var groups = new TreeMap<String, List<String>>();
        parents.keySet()
                .forEach(
                        name ->
                                groups.computeIfAbsent(root(name), _ -> new ArrayList<>())
                                        .add(name));
        return groups.toString();
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
        for (var weightedKind : criteria.kinds()) {
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
            case Condition.TierIn(var tierSet, _) -> link(name, tierSet(tierSet));
            default -> condition.parts().forEach(part -> link(name, part));
        }
    }

    /** Links a tier set to the currency of its qualifying points. */
    private void link(String tierSetKey, TierSet tierSet) {
        link(tierSet(tierSetKey), currency(tierSet.currency()));
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
        return "tier set " + key;
    }
}
