package dev.grapevine.api.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A reference in the arguments of a field.
 *
 * @param type name of the input type
 * @param members either {@code id} or {@code external}
 * @param brand key of the brand that the enclosing input names: the reference resolves to an
 *     external id of this brand; null if the reference resolves to an id
 * @param replace replaces the reference by the result
 */
record Reference(String type, Map<?, ?> members, @Nullable String brand, Consumer<Object> replace) {

    /**
     * References that one round trip resolves.
     *
     * @param brand key of the brand of the nodes
     * @param kind kind of the activities; null where external ids are unique in the brand
     * @param byId true if external ids are found by ids; false if ids are found by external ids
     */
    record Scope(String type, String brand, @Nullable String kind, boolean byId) {}

    private boolean hasId() {
        return members.containsKey("id");
    }

    boolean needsLookup() {
        return hasId() == (brand != null);
    }

    /** Returns the id or external id that the caller gave. */
    String key() {
        return hasId() ? text(members, "id") : text(external(), "externalId");
    }

    Scope scope() {
        return hasId()
                ? new Scope(type, Objects.requireNonNull(brand), null, true)
                : new Scope(
                        type, text(external(), "brand"), (String) external().get("kind"), false);
    }

    /** Returns the result if no look-up is needed. */
    String direct() {
        return hasId() || text(external(), "brand").equals(brand) ? key() : notFound();
    }

    /**
     * Returns the result if the node does not exist: a text with a blank, which is neither an id
     * nor an external id.
     */
    String notFound() {
        return hasId() ? "id " + key() : text(external(), "brand") + " / " + key();
    }

    private Map<?, ?> external() {
        return (Map<?, ?>) Objects.requireNonNull(members.get("external"));
    }

    private static String text(Map<?, ?> members, String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }
}
