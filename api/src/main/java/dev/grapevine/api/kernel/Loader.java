package dev.grapevine.api.kernel;

import graphql.schema.DataFetchingEnvironment;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Loads a field with arguments for all its parents at once: loads with the same arguments on one
 * level of a query share one round trip.
 *
 * @param <A> type of the arguments
 * @param <T> type of the field's value
 */
public final class Loader<A, T> {

    private final String name;

    Loader(String name) {
        this.name = name;
    }

    record Key<A>(String parentId, A arguments) {}

    /** Returns the value of the field for one parent; null if the registered load returns none. */
    public CompletableFuture<T> load(
            DataFetchingEnvironment environment, String parentId, A arguments) {
        return Objects.requireNonNull(environment.<Key<A>, T>getDataLoader(name))
                .load(new Key<>(parentId, arguments));
    }
}
