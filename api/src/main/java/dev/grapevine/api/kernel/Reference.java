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
 * @param replace puts the result into the place of the reference
 */
record Reference(
        String type, Map<?, ?> members, @Nullable String brand, Consumer<Object> replace) {

    /**
     * What one round trip finds.
     *
     * @param brand key of the brand of the nodes
     * @param kind kind of the activities; null where external ids are unique in the brand
     * @param byId whether external ids are found by ids; otherwise ids by external ids
     */
    record Scope(String type, String brand, @Nullable String kind, boolean byId) {}

    private boolean hasId() {
        return members.containsKey("id");
    }

    boolean needsLookup() {
        return hasId() == (brand != null);
    }

    /** The id or external id that the caller gave. */
    String key() {
        return hasId() ? text(members, "id") : text(external(), "externalId");
    }

    Scope scope() {
        return hasId()
                ? new Scope(type, Objects.requireNonNull(brand), null, true)
                : new Scope(
                        type,
                        text(external(), "brand"),
                        (String) external().get("kind"),
                        false);
    }

    /** The result where no lookup is needed. */
    String direct() {
        return hasId() || text(external(), "brand").equals(brand) ? key() : missing();
    }

    /** The result if there is no such node. Neither ids nor external ids hold blanks. */
    String missing() {
        return hasId() ? "id " + key() : text(external(), "brand") + " / " + key();
    }

    private Map<?, ?> external() {
        return (Map<?, ?>) Objects.requireNonNull(members.get("external"));
    }

    private static String text(Map<?, ?> members, String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }
}
