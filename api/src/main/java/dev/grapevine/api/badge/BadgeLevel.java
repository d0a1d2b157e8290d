package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.earning.rule.BadgeCriteria;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A level of a badge.
 *
 * @param number from 1 on
 */
public record BadgeLevel(int number, String name, long threshold) {

    /** The levels of a badge, from the lowest up. */
    static List<BadgeLevel> all(BadgeCriteria criteria) {
        return IntStream.range(0, criteria.levels().size())
                .mapToObj(i -> of(i, criteria.levels().get(i)))
                .toList();
    }

    /**
     * The level with a number, from 0 on; null if the badge has none, because it is only awarded by
     * hand.
     */
    public static @Nullable BadgeLevel of(Badge badge, int number) {
        var takes = badge.takes();
        return takes == null || number >= takes.levels().size()
                ? null
                : of(number, takes.levels().get(number));
    }

    private static BadgeLevel of(int number, BadgeCriteria.Level level) {
        return new BadgeLevel(number + 1, level.name(), level.threshold());
    }
}
