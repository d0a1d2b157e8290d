package dev.grapevine.api.earning.config;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Paging;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads and changes the config versions of one type, as the schema type that shows them.
 *
 * @param noun name of the type for messages, for example {@code Rule}
 * @param field input field that holds the id of a version
 * @param view converts a config version to the schema type
 */
record Versions<T>(
        ConfigVersions configVersions,
        ConfigVersion.Type type,
        String noun,
        String field,
        Function<ConfigVersion, T> view) {

    /** Returns the versions with these ids that the caller may see, by id. */
    Map<String, T> byIds(Caller caller, Collection<String> ids) {
        return configVersions.byIds(caller, ids).values().stream()
                .filter(version -> version.type() == type)
                .collect(toMap(ConfigVersion::id, view));
    }

    /**
     * Publishes or retires a version; rejects with {@code …_NOT_FOUND} if the version is of another
     * type.
     *
     * @param change the change to apply
     */
    Result<T> change(String id, Call call, BiFunction<Call, String, Result<ConfigVersion>> change) {
        var validation = call.check();
        if (byIds(call.caller(), List.of(id)).isEmpty()) {
            validation.and(new NotFound(noun, id, field));
        }
        return validation.isValid() ? change.apply(call, id).map(view) : validation.rejected();
    }

    /** Returns a page as a connection of the schema type. */
    Connection<Connection.Edge<T>> connection(Paging list, Page<ConfigVersion> page) {
        return list.connection(
                page,
                ConfigVersion::cursor,
                (version, cursor) -> new Connection.Edge<>(view.apply(version), cursor));
    }

    /** Returns the requested page of the brand's versions, filtered by state and key. */
    Paging list(
            DataFetchingEnvironment environment,
            String brandId,
            ConfigVersion.@Nullable State state,
            @Nullable String key) {
        var filters = new HashMap<String, @Nullable Object>();
        filters.put("type", type.name());
        filters.put("state", state == null ? null : state.name());
        filters.put("key", key);
        return Paging.of(environment, brandId, filters);
    }
}
