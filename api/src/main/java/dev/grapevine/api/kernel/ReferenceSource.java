package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * Finds the nodes of one type that have external ids. Each module with a {@code …Ref} input type
 * declares one bean.
 *
 * @param type name of the input type, for example {@code CustomerRef}
 */
public record ReferenceSource(String type, ByExternalIds byExternalIds, ByIds byIds) {

    /** Look-up of nodes by external ids, in one round trip. */
    public interface ByExternalIds {

        /**
         * Returns the existing nodes of a brand.
         *
         * @param kind kind of activity; null where external ids are unique in the brand
         */
        Stream<Named> find(String brandId, @Nullable String kind, Collection<String> externalIds);
    }

    /** Look-up of nodes by ids, in one round trip. */
    public interface ByIds {

        /** Returns the existing nodes that the caller may see. */
        Stream<Named> find(Caller caller, Collection<String> ids);
    }

    /** The two ids of a node, and the id of its brand. */
    public record Named(String id, String brandId, String externalId) {}
}
