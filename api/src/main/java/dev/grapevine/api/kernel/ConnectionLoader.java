package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Loads a connection field for all its parents at once, in one round trip; with {@link #counted} a
 * further one counts the lists, if the caller selects {@code totalCount}.
 *
 * @param <T> type of the items
 * @param <E> type of the edges
 */
public final class ConnectionLoader<T, E extends Connection.HasNode> {

    private final Loaders loaders;
    private final String name;
    private final Loader<PageRequest, Page<T>> pages;
    private final Function<T, Cursor> cursor;
    private final BiFunction<T, String, E> edge;
    private @Nullable Loader<Map<String, ?>, Long> counts;

    ConnectionLoader(
            Loaders loaders,
            String name,
            Loaders.Load<PageRequest, Page<T>> load,
            Function<T, Cursor> cursor,
            BiFunction<T, String, E> edge) {
        this.loaders = loaders;
        this.name = name;
        this.pages = loaders.register(name, load);
        this.cursor = cursor;
        this.edge = edge;
    }

    /**
     * Counts the lists of the field on demand.
     *
     * @param count counts the list of each parent by the filters; by the id of the parent
     */
    public ConnectionLoader<T, E> counted(Loaders.Load<Map<String, ?>, Long> count) {
        counts = loaders.register(name + ".totalCount", count);
        return this;
    }

    /** Returns the requested page of the unfiltered list of a parent. */
    public CompletableFuture<Connection<E>> load(
            DataFetchingEnvironment environment, String parentId) {
        return load(environment, parentId, Map.of());
    }

    /**
     * Returns the requested page of the filtered list of a parent.
     *
     * @throws InvalidArgument if {@code first} is out of range
     * @throws InvalidCursor if {@code after} is not a cursor of the list
     */
    public CompletableFuture<Connection<E>> load(
            DataFetchingEnvironment environment, String parentId, Map<String, ?> filters) {
        var list = Paging.of(environment, parentId, filters);
        var connection =
                pages.load(environment, parentId, list.page())
                        .thenApply(page -> list.connection(page, cursor, edge));
        return counts != null && environment.getSelectionSet().contains("totalCount")
                ? connection.thenCombine(
                        counts.load(environment, parentId, filters), Connection::withTotalCount)
                : connection;
    }
}
