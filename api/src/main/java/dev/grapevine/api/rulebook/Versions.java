package dev.grapevine.api.rulebook;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.api.kernel.Connection;
import dev.grapevine.api.kernel.Paging;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.Unknown;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.Decisions;

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
        Decisions decisions,
        Decision.Type type,
        String noun,
        String field,
        Function<Decision, T> view) {

    /** The versions with these ids that the caller may see, by id. */
    Map<String, T> byIds(Caller caller, Collection<String> ids) {
        return decisions.byIds(caller, ids).values().stream()
                .filter(decision -> decision.type() == type)
                .collect(toMap(Decision::id, view));
    }

    /** Has a version changed; one of another type is unknown here. */
    Outcome<T> change(
            String id, Call call, BiFunction<Call, String, Outcome<Decision>> how) {
        if (byIds(call.caller(), List.of(id)).isEmpty()) {
            return Outcome.refused(new Unknown(noun, id, field));
        }
        return how.apply(call, id).map(view);
    }

    /** A page as the schema shows it. */
    Connection<Connection.Edge<T>> connection(Paging list, Page<Decision> page) {
        return list.connection(
                page,
                Decision::cursor,
                (decision, cursor) -> new Connection.Edge<>(view.apply(decision), cursor));
    }

    /** The list of a brand's versions, and the page of it, that a field asks for. */
    Paging list(
            DataFetchingEnvironment environment,
            String brandId,
            Decision.@Nullable State state,
            @Nullable String key) {
        var filters = new HashMap<String, @Nullable Object>();
        filters.put("type", type.name());
        filters.put("state", state == null ? null : state.name());
        filters.put("key", key);
        return Paging.of(environment, brandId, filters);
    }
}
