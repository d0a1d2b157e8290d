package dev.grapevine.api.kernel.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQLContext;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class LazyDataLoadersTests {

    final LazyDataLoaders loaders = new LazyDataLoaders();
    final List<Set<String>> loadedKeys = new ArrayList<>();

    @BeforeEach
    void register() {
        for (var name : List.of("Cat.name", "Cat.age", "Dog.name")) {
            loaders.<String, String>forName(name)
                    .registerMappedBatchLoader(
                            (keys, _) ->
                                    Mono.fromCallable(
                                            () -> {
                                                loadedKeys.add(keys);
                                                return keys.stream()
                                                        .collect(
                                                                Collectors.toMap(
                                                                        key -> key,
                                                                        key -> name + " " + key,
                                                                        (one, _) -> one,
                                                                        TreeMap::new));
                                            }));
        }
    }

    private static DataLoader<String, String> of(DataLoaderRegistry registry, String name) {
        return registry.<String, String>getDataLoader(name);
    }

    @Test
    void createsALoaderOnFirstUse() {
        var registry = loaders.forRequest(GraphQLContext.getDefault());
        assertThat(registry.getKeys()).isEmpty();
        of(registry, "Cat.age");
        assertThat(registry.getKeys()).containsExactly("Cat.age");
        assertThat(of(registry, "Cat.age")).isSameAs(of(registry, "Cat.age"));
    }

    @Test
    void returnsNullForAnUnregisteredName() {
        var registry = loaders.forRequest(GraphQLContext.getDefault());
        assertThat(of(registry, "Fish.name")).isNull();
        assertThat(registry.getKeys()).isEmpty();
    }

    @Test
    void loadsAllKeysOfOneLoaderAtOnce() {
        var registry = loaders.forRequest(GraphQLContext.getDefault());
        var values =
                List.of("a", "b", "a").stream()
                        .map(key -> of(registry, "Cat.name").load(key))
                        .toList();
        registry.dispatchAll();
        assertThat(values)
                .extracting(value -> value.join())
                .containsExactly("Cat.name a", "Cat.name b", "Cat.name a");
        assertThat(loadedKeys).containsExactly(Set.of("a", "b"));
    }

    @Test
    void separatesRequests() {
        for (var request : List.of(1, 2)) {
            var registry = loaders.forRequest(GraphQLContext.getDefault());
            var value = of(registry, "Dog.name").load("a");
            registry.dispatchAll();
            assertThat(value.join()).as("%s", request).isEqualTo("Dog.name a");
        }
        assertThat(loadedKeys).containsExactly(Set.of("a"), Set.of("a"));
    }

    @Test
    void createsALoaderOnceForConcurrentThreads() {
        var registry = loaders.forRequest(GraphQLContext.getDefault());
        var created =
                IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(_ -> of(registry, "Cat.name"))
                        .collect(Collectors.toSet());
        assertThat(created).hasSize(1);
    }

    @Test
    void createsARegistryPerOperation() {
        var input = ExecutionInput.newExecutionInput("{ cat { name } }").build();
        var one = input.transform(builder -> loaders.provide(input, builder));
        var other = input.transform(builder -> loaders.provide(input, builder));
        assertThat(one.getDataLoaderRegistry()).isNotSameAs(other.getDataLoaderRegistry());
        assertThat(of(one.getDataLoaderRegistry(), "Cat.name")).isNotNull();
    }
}
