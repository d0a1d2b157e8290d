package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The list of a connection field and the page that the arguments {@code first} and {@code after}
 * request. A cursor is valid for one list: one field, parent and set of filters.
 *
 * @param list identifies the list: field, parent and filters
 * @param page the requested page
 */
public record Paging(String list, PageRequest page) {

    /** Returns the paging of the unfiltered list of a parent. */
    public static Paging of(DataFetchingEnvironment environment, String parentId) {
        return of(environment, parentId, Map.of());
    }

    /**
     * Returns the paging of the filtered list of a parent.
     *
     * @throws InvalidArgument if {@code first} is out of range
     * @throws InvalidCursor if {@code after} is not a cursor of the list
     */
    public static Paging of(
            DataFetchingEnvironment environment, String parentId, Map<String, ?> filters) {
        Integer first = environment.getArgument("first");
        String after = environment.getArgument("after");
        var field = field(environment);
        var list = field + " of " + parentId + " " + new TreeMap<>(filters);
        var size = first == null ? PageRequest.DEFAULT_FIRST : first;
        Arguments.between("first", size, 1, PageRequest.MAX_FIRST);
        return new Paging(list, new PageRequest(size, cursor(field, list, after), filters));
    }

    private static String field(DataFetchingEnvironment environment) {
        var step = environment.getExecutionStepInfo();
        return step.getObjectType().getName() + "." + environment.getFieldDefinition().getName();
    }

    private static @Nullable Cursor cursor(String field, String list, @Nullable String after) {
        try {
            return after == null ? null : Cursor.decoded(list, after);
        } catch (IllegalArgumentException _) {
            throw new InvalidCursor(field);
        }
    }

    /** Returns the page as a connection with plain edges. */
    public <T> Connection<Connection.Edge<T>> connection(Page<T> page, Function<T, Cursor> cursor) {
        return connection(page, cursor, Connection.Edge::new);
    }

    /** Returns the page as a connection with edges of a specific type. */
    public <T, E extends Connection.HasNode> Connection<E> connection(
            Page<T> page, Function<T, Cursor> cursor, BiFunction<T, String, E> edge) {
        return Connection.of(page, item -> cursor.apply(item).encoded(list), edge);
    }
}
