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
 * How fields are loaded for many parents at once. A loader keeps what one request has loaded, so
 * each request has its own; it is made when the request first asks for it, for there are dozens of
 * them and a document needs a few.
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

    /** Does nothing: whoever runs an operation gives it a {@link #forRequest}. */
    @Override
    public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {}

    /** Gives a request its loaders. */
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
                        : computeIfAbsent(name, _ -> made(registered, name, context));
            }
        };
    }

    private static DataLoader<?, ?> made(
            BatchLoaderRegistry registered, String name, GraphQLContext context) {
        var made = new DataLoaderRegistry();
        registered.registerDataLoaders(made, context);
        return Objects.requireNonNull(made.getDataLoader(name));
    }
}
