package dev.grapevine.api.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Registry of the loaders of fields with arguments. */
@Component
public class Loaders {

    private final BatchLoaderRegistry registry;

    Loaders(BatchLoaderRegistry registry) {
        this.registry = registry;
    }

    /**
     * Loads a field for parents that have the same arguments; returns values by the id of the
     * parent.
     */
    public interface Load<A, T> {
        Map<String, T> load(Collection<String> parentIds, A arguments);
    }

    /**
     * Registers the loader of a field under its coordinate, for example {@code Customer.badges}.
     */
    public <A, T> Loader<A, T> register(String name, Load<A, T> load) {
        registry.<Loader.Key<A>, T>forName(name)
                .registerMappedBatchLoader((keys, _) -> Mono.fromCallable(() -> all(keys, load)));
        return new Loader<>(name);
    }

    /** Registers the loader of a connection field with plain edges under its coordinate. */
    public <T> ConnectionLoader<T, Connection.Edge<T>> connection(
            String name, Load<PageRequest, Page<T>> load, Function<T, Cursor> cursor) {
        return connection(name, load, cursor, Connection.Edge::new);
    }

    /** Registers the loader of a connection field with edges of a specific type. */
    public <T, E extends Connection.HasNode> ConnectionLoader<T, E> connection(
            String name,
            Load<PageRequest, Page<T>> load,
            Function<T, Cursor> cursor,
            BiFunction<T, String, E> edge) {
        return new ConnectionLoader<>(this, name, load, cursor, edge);
    }

    private static <A, T> Map<Loader.Key<A>, T> all(Set<Loader.Key<A>> keys, Load<A, T> load) {
        Map<A, List<String>> parents =
                keys.stream()
                        .collect(
                                groupingBy(
                                        Loader.Key::arguments,
                                        LinkedHashMap::new,
                                        mapping(Loader.Key::parentId, toList())));
        var loaded = new HashMap<Loader.Key<A>, T>();
        parents.forEach(
                (arguments, ids) ->
                        load.load(ids, arguments)
                                .forEach(
                                        (id, value) ->
                                                loaded.put(
                                                        new Loader.Key<>(id, arguments), value)));
        return loaded;
    }
}
