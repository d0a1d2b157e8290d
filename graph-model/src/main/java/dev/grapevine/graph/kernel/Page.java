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
 * A part of an ordered list.
 *
 * @param items the part, in the list's order
 * @param hasMore whether the list goes on after it
 */
public record Page<T>(List<T> items, boolean hasMore) {

    /**
     * One page for each parent, in one statement, which gets {@code $ids}, {@code $limit}, {@code
     * $afterSort} and {@code $afterId} and answers a column parentId beside each item, in order. It
     * is asked for one item more than the page holds, which shows whether there are more.
     *
     * @param start where the list begins: {@link Cursor#LOWEST} or {@link Cursor#HIGHEST}
     */
    public static <T> Map<String, Page<T>> each(
            GraphClient graphClient,
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
        parameters.put("afterId", after.id());
        var lists = new HashMap<String, List<T>>();
        graphClient.read(
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
     * The number of items of each parent's list, in one statement, which gets {@code $ids} and the
     * filters and answers the columns parentId and count.
     */
    public static Map<String, Long> counts(
            GraphClient graphClient,
            CypherStatement statement,
            Collection<String> parents,
            Map<String, ?> filters) {
        var parameters = new HashMap<String, Object>(filters);
        parameters.put("ids", List.copyOf(parents));
        var counts = new HashMap<String, Long>();
        graphClient.read(
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
