package dev.grapevine.graph.activity.kind;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Activity kinds of brands. A brand without kinds accepts activities of any kind; a brand with
 * kinds accepts those and {@link Activities#SYSTEM_KINDS}.
 *
 * <p>Kinds are cached for 60 seconds, the absence of kinds for 10 seconds: every report names a
 * kind, and kinds do not change. A new kind is visible at once in this process, and in other
 * processes when a report names it.
 */
@Component
public class ActivityKinds {

    /** Maximum number of kinds of a brand. */
    public static final int MAX_KINDS = 1_000;

    /** Maximum number of fields of a kind. */
    public static final int MAX_FIELDS = 20;

    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(ActivityKinds.class, "activity-kind-counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(ActivityKinds.class, "activity-kinds-of-brands");

    private final ActivityKindRepository repository;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Ids ids;
    private final Times times;
    private final Cache<String, Map<String, ActivityKind>> ofBrand =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfter(
                            Expiry.<String, Map<String, ActivityKind>>creating(
                                    (_, kinds) -> Duration.ofSeconds(kinds.isEmpty() ? 10 : 60)))
                    .build();

    ActivityKinds(
            ActivityKindRepository repository,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Creates an activity kind, once per idempotency key. Rejections: {@code INVALID_INPUT}, {@code
     * BRAND_NOT_FOUND}, {@code RESERVED_KIND}, {@code KIND_KEY_TAKEN}, {@code TOO_MANY_KINDS}.
     */
    public Result<ActivityKind> create(Call call, String brandKey, CreateActivityKind command) {
        var validation = command.check().and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            validation.and(new NotFound("Brand", brandKey, "brand"));
        }
        if (!validation.isValid()) {
            return validation.rejected();
        }
        if (Activities.SYSTEM_KINDS.contains(command.key())) {
            return Result.rejected(ActivityKindRejection.RESERVED_KIND.with(command.key()));
        }
        var id = ids.next("akd");
        var brandId = brand.get().id();
        try {
            return idempotency.executeUnlessTaken(
                    ActivityKindRejection.KIND_KEY_TAKEN.with(command.key()),
                    call,
                    new BrandCommand(brandKey, command),
                    id,
                    () -> create(id, brandId, command),
                    first -> Result.success(repository.findById(first).orElseThrow()));
        } finally {
            ofBrand.invalidate(brandId);
        }
    }

    private Result<ActivityKind> create(String id, String brandId, CreateActivityKind command) {
        var brandKey = ActivityKind.brandKey(brandId, command.key());
        var existing = repository.findAllByBrandId(brandId);
        if (existing.stream().anyMatch(kind -> kind.brandKey().equals(brandKey))) {
            return Result.rejected(ActivityKindRejection.KIND_KEY_TAKEN.with(command.key()));
        }
        if (existing.size() >= MAX_KINDS) {
            return Result.rejected(ActivityKindRejection.TOO_MANY_KINDS);
        }
        return Result.success(
                repository.save(
                        new ActivityKind(
                                id,
                                brandId,
                                brandKey,
                                command.key(),
                                command.name(),
                                command.domain(),
                                command.channel(),
                                command.direction(),
                                command.stage(),
                                command.isEarningEligible(),
                                command.isCampaignOnly(),
                                command.fields().stream().map(KindField::stored).toList(),
                                times.now())));
    }

    /** Returns the kinds of each brand, earliest first, by brand id. One round trip. */
    public Map<String, Page<ActivityKind>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, ActivityKinds::kind);
    }

    /** Counts the activity kinds of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    /** Maps a row to a kind by name of the properties, because the driver does not map enums. */
    private static ActivityKind kind(Record row) {
        var kind = row.get("kind");
        return new ActivityKind(
                kind.get("id").asString(),
                kind.get("brandId").asString(),
                kind.get("brandKey").asString(),
                kind.get("key").asString(),
                kind.get("name").asString(),
                ActivityDomain.valueOf(kind.get("domain").asString()),
                kind.get("channel").asString(null),
                Direction.valueOf(kind.get("direction").asString()),
                PurchaseStage.valueOf(kind.get("stage").asString()),
                kind.get("isEarningEligible").asBoolean(),
                kind.get("isCampaignOnly").asBoolean(),
                kind.get("fields").asList(field -> field.asString()),
                kind.get("createdAt").asOffsetDateTime());
    }

    /** Returns the kind of a brand with this key. Cached. */
    public Optional<ActivityKind> byKey(String brandId, String key) {
        var known = known(brandId).get(key);
        return known == null
                ? graph.callRepository(
                        () -> repository.findByBrandKey(ActivityKind.brandKey(brandId, key)))
                : Optional.of(known);
    }

    /**
     * Returns the kinds of a brand, by key. Cached: a kind created by another process may be
     * missing for up to 60 seconds, see {@link #known(String, Collection)}.
     *
     * <p>A load runs under the lock of its cache key, so that it cannot overwrite the result of a
     * later change.
     */
    public Map<String, ActivityKind> known(String brandId) {
        return ofBrand.get(
                brandId,
                id ->
                        graph.callRepository(() -> repository.findAllByBrandId(id)).stream()
                                .collect(toUnmodifiableMap(ActivityKind::key, identity())));
    }

    /**
     * Returns the kinds of a brand, by key, complete for the given keys: a key that is not cached
     * is looked up in the graph, unless the absence of kinds is cached.
     */
    public Map<String, ActivityKind> known(String brandId, Collection<String> keys) {
        var known = known(brandId);
        if (known.isEmpty()) {
            return known;
        }
        var missing =
                keys.stream()
                        .filter(key -> !known.containsKey(key))
                        .filter(key -> !Activities.SYSTEM_KINDS.contains(key))
                        .map(key -> ActivityKind.brandKey(brandId, key))
                        .toList();
        if (missing.isEmpty()
                || graph.callRepository(() -> repository.findAllByBrandKeyIn(missing)).isEmpty()) {
            return known;
        }
        // Another process has created the kind since.
        ofBrand.invalidate(brandId);
        return known(brandId);
    }

    /** Returns the kinds with these ids that the caller may see, by id. One round trip. */
    public Map<String, ActivityKind> byIds(Caller caller, Collection<String> kindIds) {
        return graph.callRepository(() -> repository.findAllById(kindIds)).stream()
                .filter(kind -> caller.sees(kind.brandId()))
                .collect(toMap(ActivityKind::id, identity()));
    }
}
