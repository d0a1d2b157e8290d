package dev.grapevine.api.earning.config;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.ConnectionLoader;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.config.ConfigVersion;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.concurrent.CompletableFuture;

/** Loads the config versions of one type for all brands of a query at once. */
record VersionsLoader<T>(
        ConfigVersion.Type type, ConnectionLoader<ConfigVersion, Connection.Edge<T>> loader) {

    /** Returns the requested page of the brand's versions, filtered by state and key. */
    CompletableFuture<Connection<Connection.Edge<T>>> load(
            DataFetchingEnvironment environment,
            Brand brand,
            ConfigVersion.@Nullable State state,
            @Nullable String key) {
        var filters = new HashMap<String, @Nullable Object>();
        filters.put("type", type.name());
        filters.put("state", state == null ? null : state.name());
        filters.put("key", key);
        return loader.load(environment, brand.id(), filters);
    }
}
