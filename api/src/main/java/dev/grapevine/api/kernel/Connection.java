package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A page as the Relay cursor connections specification shows it.
 *
 * @param <E> the type of the edges
 */
public record Connection<E>(List<E> edges, PageInfo pageInfo) {

    /** Where the page lies in its list. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** An item and its place, where there is nothing to say about the way to it. */
    public record Edge<N>(N node, String cursor) {}

    /** The page with plain edges. */
    public static <T> Connection<Edge<T>> of(Page<T> page, Function<T, Cursor> place) {
        return of(page, place, Edge::new);
    }

    /** The page with edges that say more. */
    public static <T, E> Connection<E> of(
            Page<T> page, Function<T, Cursor> place, BiFunction<T, String, E> edge) {
        var cursors = page.items().stream().map(item -> place.apply(item).encoded()).toList();
        var edges =
                IntStream.range(0, cursors.size())
                        .mapToObj(i -> edge.apply(page.items().get(i), cursors.get(i)))
                        .toList();
        var first = cursors.isEmpty() ? null : cursors.getFirst();
        var last = cursors.isEmpty() ? null : cursors.getLast();
        return new Connection<>(edges, new PageInfo(page.hasMore(), false, first, last));
    }
}
