package dev.grapevine.graph.rule;

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
public final class Strands {

    private final Map<String, String> parents = new TreeMap<>();

    Strands(Collection<Edition> editions) {
        for (var edition : editions) {
            edition.rules().forEach(this::tie);
            edition.badges().forEach(this::tie);
            edition.ladders().forEach((key, version) -> tie(key, version.ladder()));
        }
    }

    /** The strand of a kind; null if nothing listens to it. */
    public @Nullable String of(String kind) {
        return parents.containsKey(kind(kind)) ? root(kind(kind)) : null;
    }

    /** Whether activities of a kind can change what is summed up in a currency. */
    public boolean concerns(String kind, String currency) {
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

    private void tie(Rule rule) {
        var spec = rule.spec();
        var first = kind(spec.kinds().getFirst());
        spec.kinds().forEach(kind -> join(first, kind(kind)));
        if (spec.points() != null) {
            join(first, currency(spec.points().currency()));
        }
        if (spec.badge() != null) {
            join(first, badge(spec.badge()));
        }
        if (spec.when() != null) {
            tie(first, spec.when());
        }
    }

    private void tie(String key, Criteria criteria) {
        for (var counted : criteria.counts()) {
            join(badge(key), kind(counted.kind()));
        }
        if (criteria.when() != null) {
            tie(badge(key), criteria.when());
        }
    }

    private void tie(String name, Condition condition) {
        switch (condition) {
            case Condition.Figure(var aggregate, _, _) ->
                    aggregate.kinds().forEach(kind -> join(name, kind(kind)));
            case Condition.HasBadge(var badge) -> join(name, badge(badge));
            case Condition.TierIn(var ladder, _) -> join(name, ladder(ladder));
            default -> condition.parts().forEach(part -> tie(name, part));
        }
    }

    /** Whoever asks for a tier depends on what the tier adds up. */
    private void tie(String ladderKey, Ladder ladder) {
        join(ladder(ladderKey), currency(ladder.currency()));
    }

    private void join(String one, String other) {
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

    private static String ladder(String key) {
        return "ladder " + key;
    }
}
