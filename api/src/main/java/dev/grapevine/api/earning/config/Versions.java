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
 * The decisions of one type, in the form in which the schema shows them.
 *
 * @param noun what callers call them
 * @param field the input field that holds the id of a version
 */
record Versions<T>(
        ConfigVersions decisions,
        ConfigVersion.Type type,
        String noun,
        String field,
        Function<ConfigVersion, T> view) {

    /** The versions with these ids that the caller may see, by id. */
    Map<String, T> byIds(Caller caller, Collection<String> ids) {
        return decisions.byIds(caller, ids).values().stream()
                .filter(version -> version.type() == type)
                .collect(toMap(ConfigVersion::id, view));
    }

    /** Has a version changed; one of another type is unknown here. */
    Result<T> change(String id, Call call, BiFunction<Call, String, Result<ConfigVersion>> how) {
        var validation = call.check();
        if (byIds(call.caller(), List.of(id)).isEmpty()) {
            validation.and(new NotFound(noun, id, field));
        }
        return validation.isValid() ? how.apply(call, id).map(view) : validation.rejected();
    }

    /** A page as the schema shows it. */
    Connection<Connection.Edge<T>> connection(Paging list, Page<ConfigVersion> page) {
        return list.connection(
                page,
                ConfigVersion::cursor,
                (version, cursor) -> new Connection.Edge<>(view.apply(version), cursor));
    }

    /** The list of a brand's versions, and the page of it, that a field asks for. */
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
