package dev.grapevine.api.badge;

import dev.grapevine.graph.badge.Badge;
import dev.grapevine.graph.earning.rule.BadgeCriteria;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A level of a badge.
 *
 * @param number 1 for the lowest level
 * @param threshold least measure that reaches the level
 */
public record BadgeLevel(int number, String name, long threshold) {

    /** Returns the levels, lowest first. */
    static List<BadgeLevel> all(BadgeCriteria criteria) {
        return IntStream.range(0, criteria.levels().size())
                .mapToObj(i -> of(i, criteria.levels().get(i)))
                .toList();
    }

    /**
     * Returns the level with an index, counted from 0; null if the badge has no criteria or no such
     * level.
     *
     * @param index the level as {@code BadgeAward.level()} stores it
     */
    public static @Nullable BadgeLevel of(Badge badge, int index) {
        var criteria = badge.parsedCriteria();
        return criteria == null || index >= criteria.levels().size()
                ? null
                : of(index, criteria.levels().get(index));
    }

    private static BadgeLevel of(int index, BadgeCriteria.Level level) {
        return new BadgeLevel(index + 1, level.name(), level.threshold());
    }
}
