package dev.grapevine.graph.earning.config;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Repository of configuration versions. Methods that write run inside a transaction and lock the
 * earning configuration of the brand first.
 */
@Component
public class ConfigVersions {

    /** Maximum number of versions of a brand, drafts and retired ones included. */
    public static final int MAX = 5_000;

    private static final CypherStatement LOCK =
            CypherStatement.of(ConfigVersions.class, "lock-earning-config");
    private static final CypherStatement DRAFT =
            CypherStatement.of(ConfigVersions.class, "draft-version");
    private static final CypherStatement PUBLISH =
            CypherStatement.of(ConfigVersions.class, "publish-version");
    private static final CypherStatement RETIRE =
            CypherStatement.of(ConfigVersions.class, "retire-version");
    private static final CypherStatement ACTIVE =
            CypherStatement.of(ConfigVersions.class, "active-version");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(ConfigVersions.class, "config-versions-by-ids");
    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(ConfigVersions.class, "counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(ConfigVersions.class, "config-versions-of-brands");

    private final GraphClient graph;
    private final Times times;

    ConfigVersions(GraphClient graph, Times times) {
        this.graph = graph;
        this.times = times;
    }

    /** Locks the earning configuration of a brand until the end of the transaction. */
    public void lock(String brandId) {
        graph.write(LOCK, Map.of("brandId", brandId));
    }

    /**
     * Stores a draft as the next version of its key; returns null if the brand has the maximum
     * number of versions.
     */
    public @Nullable ConfigVersion draft(NewVersion newVersion) {
        lock(newVersion.brandId());
        var parameters = new HashMap<String, Object>();
        parameters.put("id", newVersion.id());
        parameters.put("brandId", newVersion.brandId());
        parameters.put("type", newVersion.type().name());
        parameters.put("key", newVersion.key());
        parameters.put("name", newVersion.name());
        parameters.put("spec", SpecJson.of(newVersion.spec()));
        parameters.put("now", times.now());
        parameters.put("max", MAX);
        return graph.write(DRAFT, parameters, ConfigVersions::version).stream()
                .findFirst()
                .orElse(null);
    }

    /** Publishes a draft in a new revision and retires the active version of the same key. */
    public ConfigVersion publish(ConfigVersion version) {
        return change(PUBLISH, version);
    }

    /** Retires a version: an active one in a new revision, a draft without one. */
    public ConfigVersion retire(ConfigVersion version) {
        return change(RETIRE, version);
    }

    private ConfigVersion change(CypherStatement statement, ConfigVersion version) {
        lock(version.brandId());
        return graph.write(
                        statement,
                        Map.of("id", version.id(), "now", times.now()),
                        ConfigVersions::version)
                .getFirst();
    }

    /** Finds the active version of a key. */
    public Optional<ConfigVersion> active(String brandId, ConfigVersion.Type type, String key) {
        return graph
                .read(
                        ACTIVE,
                        Map.of("series", ConfigVersion.series(brandId, type, key)),
                        ConfigVersions::version)
                .stream()
                .findFirst();
    }

    /** Loads the versions with these ids that the caller may see, by id. Cost: one round trip. */
    public Map<String, ConfigVersion> byIds(Caller caller, Collection<String> ids) {
        return graph.read(BY_IDS, Map.of("ids", List.copyOf(ids)), ConfigVersions::version).stream()
                .filter(configVersion -> caller.sees(configVersion.brandId()))
                .collect(toMap(ConfigVersion::id, version -> version));
    }

    /** Loads an existing version. Cost: one round trip. */
    ConfigVersion byId(String id) {
        return Objects.requireNonNull(byIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    /**
     * Loads a page of versions of each brand, earliest first, by brand id. Cost: one round trip.
     *
     * @param request with the filters {@code type} (name of a type), {@code state} (name of a
     *     state; null for all) and {@code key} (null for all)
     */
    public Map<String, Page<ConfigVersion>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, ConfigVersions::version);
    }

    /**
     * Counts the versions of each brand, by brand id. Cost: one round trip.
     *
     * @param filters as those of {@link #ofBrands}
     */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds, Map<String, ?> filters) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, filters);
    }

    static ConfigVersion version(Record row) {
        return Rows.map(row.get("version"), StoredVersion.class).version();
    }

    /** Stored form: the driver maps no enums. */
    private record StoredVersion(
            String id,
            String brandId,
            String versionKey,
            String type,
            String key,
            int number,
            String name,
            String spec,
            String state,
            @Nullable Long activeFrom,
            @Nullable Long activeUntil,
            OffsetDateTime draftedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable OffsetDateTime retiredAt) {

        ConfigVersion version() {
            return new ConfigVersion(
                    id,
                    brandId,
                    versionKey,
                    ConfigVersion.Type.valueOf(type),
                    key,
                    number,
                    name,
                    spec,
                    ConfigVersion.State.valueOf(state),
                    activeFrom,
                    activeUntil,
                    draftedAt,
                    publishedAt,
                    retiredAt);
        }
    }

    /**
     * Version to be stored as a draft.
     *
     * @param spec content, a record of package {@code rule}
     */
    public record NewVersion(
            String id,
            String brandId,
            ConfigVersion.Type type,
            String key,
            String name,
            Object spec) {}
}
