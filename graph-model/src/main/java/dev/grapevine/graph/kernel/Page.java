package dev.grapevine.graph.kernel;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.neo4j.driver.Record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Part of an ordered list.
 *
 * @param items the items, in the list's order
 * @param hasMore true if further items follow the last one
 */
public record Page<T>(List<T> items, boolean hasMore) {

    /**
     * Reads one page for each parent by one statement with the parameters {@code $ids}, {@code
     * $limit}, {@code $afterSort}, {@code $afterTime} and {@code $afterId}, whose rows are in the
     * list's order and carry the parent's id in the column parentId. The statement reads one item
     * more than the page size to determine {@link #hasMore}.
     *
     * @param start cursor before the first item: {@link Cursor#LOWEST} or {@link Cursor#HIGHEST}
     */
    public static <T> Map<String, Page<T>> each(
            GraphClient graph,
            CypherStatement statement,
            Collection<String> parents,
            PageRequest request,
            Cursor start,
            Function<Record, T> item) {
        var parameters = new HashMap<String, Object>(request.filters());
        var after = request.after() == null ? start : request.after();
        parameters.put("ids", List.copyOf(parents));
        parameters.put("limit", request.first() + 1);
        parameters.put("afterSort", after.sort());
        parameters.put("afterTime", after.time());
        parameters.put("afterId", after.id());
        var lists = new HashMap<String, List<T>>();
        graph.read(
                statement,
                parameters,
                row ->
                        lists.computeIfAbsent(
                                        row.get("parentId").asString(), _ -> new ArrayList<>())
                                .add(item.apply(row)));
        var pages = new HashMap<String, Page<T>>();
        parents.forEach(
                id -> pages.put(id, of(lists.getOrDefault(id, List.of()), request.first())));
        return pages;
    }

    /**
     * Counts the items of each parent's list by one statement with the parameter {@code $ids} and
     * the filters, which returns the columns parentId and count.
     */
    public static Map<String, Long> counts(
            GraphClient graph,
            CypherStatement statement,
            Collection<String> parents,
            Map<String, ?> filters) {
        var parameters = new HashMap<String, Object>(filters);
        parameters.put("ids", List.copyOf(parents));
        var counts = new HashMap<String, Long>();
        graph.read(
                statement,
                parameters,
                row -> counts.put(row.get("parentId").asString(), row.get("count").asLong()));
        return counts;
    }

    private static <T> Page<T> of(List<T> items, int first) {
        return items.size() <= first
                ? new Page<>(items, false)
                : new Page<>(items.subList(0, first), true);
    }
}
