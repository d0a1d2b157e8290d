package dev.grapevine.graph.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Requested part of a list.
 *
 * @param first page size, 1 to {@value #MAX_FIRST}
 * @param after cursor before the first requested item; null for the beginning of the list
 * @param filters further parameters of the list's statement
 */
public record PageRequest(int first, @Nullable Cursor after, Map<String, ?> filters) {

    /** Maximum page size. */
    public static final int MAX_FIRST = 100;

    /** Page size of a request that names none. */
    public static final int DEFAULT_FIRST = 20;

    public PageRequest {
        if (first < 1 || first > MAX_FIRST) {
            throw new IllegalArgumentException(
                    "first is " + first + "; it must be between 1 and " + MAX_FIRST + ".");
        }
    }

    public static PageRequest first(int first) {
        return new PageRequest(first, null, Map.of());
    }
}
