package dev.grapevine.graph.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Which part of a list is wanted.
 *
 * @param first how many items, 1 to {@value #MOST}
 * @param after the place after which they begin; null for the list's beginning
 * @param filters further parameters of the list's statement
 */
public record PageRequest(int first, @Nullable Cursor after, Map<String, ?> filters) {

    /** The largest page. */
    public static final int MOST = 100;

    /** The page size of a caller who names none. */
    public static final int DEFAULT_FIRST = 20;

    public PageRequest {
        if (first < 1 || first > MOST) {
            throw new IllegalArgumentException(
                    "first is " + first + "; it must be between 1 and " + MOST + ".");
        }
    }

    public static PageRequest first(int first) {
        return new PageRequest(first, null, Map.of());
    }
}
