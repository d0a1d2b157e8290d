package dev.grapevine.graph.badge;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.kernel.command.Command;

import org.jspecify.annotations.Nullable;

/**
 * Command to create a badge.
 *
 * @param key 2 to 40 characters of {@code a-z 0-9 -}, not beginning with a hyphen
 * @param name 1 to 100 characters
 * @param description at most 500 characters
 * @param criteria criteria by which the badge is earned; null for a badge awarded manually or by a
 *     rule
 */
public record CreateBadge(
        String key, String name, @Nullable String description, @Nullable BadgeCriteria criteria)
        implements Command {

    /**
     * Creates a command for a badge with one level, earned by a number of activities of one kind.
     *
     * @param threshold number of activities, 1 to 1,000,000
     */
    public static CreateBadge counting(
            String key, String name, @Nullable String description, String kind, long threshold) {
        return new CreateBadge(
                key, name, description, BadgeCriteria.counting(kind, name, threshold));
    }

    @Override
    public String operation() {
        return "createBadge";
    }
}
