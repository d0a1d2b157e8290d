package dev.grapevine.api.kernel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.grapevine.api.kernel.ReferenceSource.Named;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Resolves the references of one field's arguments, with one round trip per brand and type. The id
 * of an external id never changes and is cached. A reference without a node resolves to a text that
 * is neither an id nor an external id; the command then rejects with {@code …_NOT_FOUND}.
 */
@Component
class References {

    private static final int MAX_CACHED = 50_000;

    private final Map<String, ReferenceSource> sources;
    private final Brands brands;
    private final Cache<Key, String> cache = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    References(List<ReferenceSource> sources, Brands brands) {
        this.sources = sources.stream().collect(toMap(ReferenceSource::type, source -> source));
        this.brands = brands;
    }

    private record Key(String type, String brandId, @Nullable String kind, String externalId) {}

    boolean isReference(String type) {
        return sources.containsKey(type);
    }

    /** Replaces the references. */
    void resolve(List<Reference> references, Caller caller) {
        references.stream()
                .filter(reference -> !reference.needsLookup())
                .forEach(reference -> reference.replace().accept(reference.direct()));
        references.stream()
                .filter(Reference::needsLookup)
                .collect(groupingBy(Reference::scope))
                .forEach((scope, group) -> resolve(scope, group, caller));
    }

    private void resolve(Reference.Scope scope, List<Reference> group, Caller caller) {
        var brand = brands.byKey(caller, scope.brand());
        var keys = group.stream().map(Reference::key).collect(toSet());
        var found =
                brand.map(
                                existing ->
                                        scope.byId()
                                                ? externalIds(scope, existing, keys, caller)
                                                : ids(scope, existing, keys))
                        .orElse(Map.of());
        for (var reference : group) {
            reference.replace().accept(found.getOrDefault(reference.key(), reference.notFound()));
        }
    }

    private Map<String, String> ids(Reference.Scope scope, Brand brand, Set<String> externalIds) {
        var found = new HashMap<String, String>();
        for (var externalId : externalIds) {
            var id = cache.getIfPresent(key(scope, brand, externalId));
            if (id != null) {
                found.put(externalId, id);
            }
        }
        var uncached =
                externalIds.stream().filter(externalId -> !found.containsKey(externalId)).toList();
        if (!uncached.isEmpty()) {
            source(scope)
                    .byExternalIds()
                    .find(brand.id(), scope.kind(), uncached)
                    .forEach(named -> found.put(named.externalId(), named.id()));
            found.forEach((externalId, id) -> cache.put(key(scope, brand, externalId), id));
        }
        return found;
    }

    private Map<String, String> externalIds(
            Reference.Scope scope, Brand brand, Set<String> ids, Caller caller) {
        return source(scope)
                .byIds()
                .find(caller, ids)
                .filter(named -> named.brandId().equals(brand.id()))
                .collect(toMap(Named::id, Named::externalId));
    }

    private ReferenceSource source(Reference.Scope scope) {
        return Objects.requireNonNull(sources.get(scope.type()));
    }

    private static Key key(Reference.Scope scope, Brand brand, String externalId) {
        return new Key(scope.type(), brand.id(), scope.kind(), externalId);
    }
}
