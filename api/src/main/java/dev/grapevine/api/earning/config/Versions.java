package dev.grapevine.api.earning.config;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Loaders;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads and changes the config versions of one type, as the schema type that shows them.
 *
 * @param noun name of the type for messages, for example {@code Rule}
 * @param view converts a config version to the schema type
 */
record Versions<T>(
        ConfigVersions configVersions,
        ConfigVersion.Type type,
        String noun,
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
            validation.and(new NotFound(noun, id, type.inputField()));
        }
        return validation.isValid() ? change.apply(call, id).map(view) : validation.rejected();
    }

    /** Registers the loader of the brand's list of versions under its coordinate. */
    VersionsLoader<T> ofBrands(Loaders loaders, String name) {
        return new VersionsLoader<>(
                type,
                loaders.connection(
                                name,
                                configVersions::ofBrands,
                                ConfigVersion::cursor,
                                (version, cursor) ->
                                        new Connection.Edge<>(view.apply(version), cursor))
                        .counted(configVersions::countsOfBrands));
    }
}
