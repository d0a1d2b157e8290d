package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * Finds the nodes of one kind that brands know by ids of their own. Each module with a {@code …Ref}
 * input type declares one.
 *
 * @param type name of the input type, for example {@code CustomerRef}
 */
public record ReferenceSource(String type, ByExternalIds byExternalIds, ByIds byIds) {

    /** Finds nodes by external ids, in one round trip. */
    public interface ByExternalIds {

        /**
         * The nodes of a brand that exist.
         *
         * @param kind kind of activity; null where external ids are unique in the brand
         */
        Stream<Named> find(String brandId, @Nullable String kind, Collection<String> externalIds);
    }

    /** Finds nodes by ids, in one round trip. */
    public interface ByIds {

        /** The nodes that exist and that the caller may see. */
        Stream<Named> find(Caller caller, Collection<String> ids);
    }

    /** The two ids of a node, and the id of its brand. */
    public record Named(String id, String brandId, String externalId) {}
}
