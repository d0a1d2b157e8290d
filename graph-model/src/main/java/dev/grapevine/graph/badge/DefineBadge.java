package dev.grapevine.graph.badge;

import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.rule.Criteria;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * Asks for a new badge.
 *
 * @param key 2 to 40 of {@code a-z 0-9 -}
 * @param name 1 to 100 characters
 * @param description at most 500 characters
 * @param criteria what it takes to earn it; null for a badge that is only awarded by hand
 */
public record DefineBadge(
        String key, String name, @Nullable String description, @Nullable Criteria criteria)
        implements Command {

    /**
     * A badge for having done a kind of activity so often, or by hand.
     *
     * @param kind null, with the threshold, for a badge that is only awarded by hand
     */
    public DefineBadge(
            String key,
            String name,
            @Nullable String description,
            @Nullable String kind,
            @Nullable Long threshold) {
        this(
                key,
                name,
                description,
                kind == null && threshold == null
                        ? null
                        : counts(
                                name,
                                Objects.requireNonNullElse(kind, ""),
                                Objects.requireNonNullElse(threshold, 0L)));
    }

    /** What it takes to have done a kind of activity so often. */
    private static Criteria counts(String name, String kind, long threshold) {
        return new Criteria(
                List.of(new Criteria.Counted(kind, 1)),
                null,
                Criteria.Measure.COUNT,
                Criteria.Partition.ALL_TIME,
                false,
                List.of(new Criteria.Level(name, threshold)),
                false,
                "UTC");
    }

    @Override
    public String operation() {
        return "createBadge";
    }
}
