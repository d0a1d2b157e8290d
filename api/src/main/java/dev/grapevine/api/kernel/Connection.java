package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A page in the form of the Relay cursor connections specification.
 *
 * @param <E> the type of the edges
 * @param totalCount number of items of the whole list; null if not counted
 */
public record Connection<E extends Connection.HasNode>(
        List<E> edges, PageInfo pageInfo, @Nullable Integer totalCount) {

    /** An edge of any connection. */
    public interface HasNode {
        Object node();
    }

    /** Cursors of the ends of the page, and whether further pages exist. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** An edge without fields of its own. */
    public record Edge<N>(N node, String cursor) implements HasNode {}

    static <T, E extends HasNode> Connection<E> of(
            Page<T> page, Function<T, String> cursor, BiFunction<T, String, E> edge) {
        var cursors = page.items().stream().map(cursor).toList();
        var edges =
                IntStream.range(0, cursors.size())
                        .mapToObj(i -> edge.apply(page.items().get(i), cursors.get(i)))
                        .toList();
        var first = cursors.isEmpty() ? null : cursors.getFirst();
        var last = cursors.isEmpty() ? null : cursors.getLast();
        return new Connection<>(edges, new PageInfo(page.hasMore(), false, first, last), null);
    }

    /** Returns the items of the page without their edges. */
    public List<Object> nodes() {
        return edges.stream().map(HasNode::node).toList();
    }

    /** Returns a copy with the number of items of the whole list. */
    public Connection<E> withTotalCount(long totalCount) {
        return new Connection<>(edges, pageInfo, Math.toIntExact(totalCount));
    }
}
