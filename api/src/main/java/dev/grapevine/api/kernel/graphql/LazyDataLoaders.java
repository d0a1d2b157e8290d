package dev.grapevine.api.kernel.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLContext;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registry of data loaders that are created on first use. A data loader caches the values of one
 * request, so each request has its own; a document uses few of the dozens that are registered.
 */
@Component
public class LazyDataLoaders implements BatchLoaderRegistry {

    private final Map<String, BatchLoaderRegistry> byName = new ConcurrentHashMap<>();

    @Override
    public <K, V> RegistrationSpec<K, V> forTypePair(Class<K> keyType, Class<V> valueType) {
        return forName(valueType.getName());
    }

    @Override
    public <K, V> RegistrationSpec<K, V> forName(String name) {
        return byName.computeIfAbsent(name, _ -> new DefaultBatchLoaderRegistry()).forName(name);
    }

    /** Does nothing; the execution service sets the registry of {@link #forRequest}. */
    @Override
    public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {}

    /** Sets the data loader registry of a request. */
    public ExecutionInput provide(ExecutionInput input, ExecutionInput.Builder builder) {
        return builder.dataLoaderRegistry(forRequest(input.getGraphQLContext())).build();
    }

    public DataLoaderRegistry forRequest(GraphQLContext context) {
        return new DataLoaderRegistry() {
            @Override
            public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
                var registered = byName.get(name);
                return registered == null
                        ? super.getDataLoader(name)
                        : computeIfAbsent(name, _ -> create(registered, name, context));
            }
        };
    }

    private static DataLoader<?, ?> create(
            BatchLoaderRegistry registered, String name, GraphQLContext context) {
        var created = new DataLoaderRegistry();
        registered.registerDataLoaders(created, context);
        return Objects.requireNonNull(created.getDataLoader(name));
    }
}
