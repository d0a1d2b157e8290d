package dev.grapevine.graph.engagement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * Kinds from the repository, kept in memory for a minute, and for ten seconds that a brand has
 * none: every report names one, and they do not change. A new kind is known at once in this
 * process, and in others when it is first named.
 */
@Component
class CachedActivityKinds implements ActivityKinds {

    private static final CypherFile COUNTS_OF_BRANDS =
            CypherFile.of(CachedActivityKinds.class, "activity-kind-counts-of-brands");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(CachedActivityKinds.class, "activity-kinds-of-brands");
    private static final Format FIELD =
            Format.of(
                    "^[a-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$",
                    "words of letters and digits joined by . _ or -, beginning with a small letter");
    private static final int LONGEST_FIELD = 40;

    private final ActivityKindRepository repository;
    private final Graph graph;
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

    CachedActivityKinds(
            ActivityKindRepository repository,
            Graph graph,
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

    @Override
    public Outcome<ActivityKind> define(Call call, String brandKey, DefineActivityKind command) {
        var inputs = check(command).and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            inputs.and(new Unknown("Brand", brandKey, "brand"));
        }
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        if (Activities.OWN_KINDS.contains(command.name())) {
            return Outcome.refused(KindRefusal.RESERVED_KIND);
        }
        var id = ids.next("akd");
        var brandId = brand.get().id();
        try {
            return idempotency.onceUnlessTaken(
                    KindRefusal.KIND_TAKEN,
                    call,
                    new InBrand(brandKey, command),
                    id,
                    () -> define(id, brandId, command),
                    first -> Outcome.done(repository.findById(first).orElseThrow()));
        } finally {
            ofBrand.invalidate(brandId);
        }
    }

    private static Inputs check(DefineActivityKind command) {
        var inputs =
                new Inputs()
                        .kind("key", command.name())
                        .text("name", command.title(), 1, 100)
                        .atMost("fields", command.fields(), MOST_FIELDS);
        if (command.channel() != null) {
            inputs.matches("channel", command.channel(), Activities.CHANNEL);
        }
        var names = new HashSet<String>();
        command.fields().stream()
                .limit(MOST_FIELDS)
                .map(KindField::name)
                .forEach(
                        name -> {
                            checkField(inputs, name);
                            inputs.require(names.add(name), "fields", "Holds a field twice.");
                        });
        return inputs;
    }

    /** The length first: matching a very long name would overflow the stack. */
    private static void checkField(Inputs inputs, String name) {
        if (name.length() > LONGEST_FIELD) {
            inputs.text("fields", name, 1, LONGEST_FIELD);
        } else {
            inputs.matches("fields", name, FIELD);
        }
    }

    private Outcome<ActivityKind> define(String id, String brandId, DefineActivityKind command) {
        var key = ActivityKind.key(brandId, command.name());
        var before = repository.findAllByBrandId(brandId);
        if (before.stream().anyMatch(kind -> kind.key().equals(key))) {
            return Outcome.refused(KindRefusal.KIND_TAKEN);
        }
        if (before.size() >= MOST) {
            return Outcome.refused(KindRefusal.TOO_MANY_KINDS);
        }
        return Outcome.done(
                repository.save(
                        new ActivityKind(
                                id,
                                brandId,
                                key,
                                command.name(),
                                command.title(),
                                command.domain(),
                                command.channel(),
                                command.direction(),
                                command.stage(),
                                command.mayEarn(),
                                command.isCampaignOnly(),
                                command.fields().stream().map(KindField::stored).toList(),
                                times.now())));
    }

    @Override
    public Map<String, Page<ActivityKind>> ofBrands(
            Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, CachedActivityKinds::kind);
    }

    @Override
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    /** By hand, because the driver maps no enums. */
    private static ActivityKind kind(Record row) {
        var kind = row.get("kind");
        return new ActivityKind(
                kind.get("id").asString(),
                kind.get("brandId").asString(),
                kind.get("key").asString(),
                kind.get("name").asString(),
                kind.get("title").asString(),
                ActivityDomain.valueOf(kind.get("domain").asString()),
                kind.get("channel").asString(null),
                Direction.valueOf(kind.get("direction").asString()),
                Stage.valueOf(kind.get("stage").asString()),
                kind.get("mayEarn").asBoolean(),
                kind.get("isCampaignOnly").asBoolean(),
                kind.get("fields").asList(field -> field.asString()),
                kind.get("definedAt").asOffsetDateTime());
    }

    @Override
    public Optional<ActivityKind> byName(String brandId, String name) {
        var known = known(brandId).get(name);
        return known == null
                ? graph.ask(() -> repository.findByKey(ActivityKind.key(brandId, name)))
                : Optional.of(known);
    }

    /** From memory, or loaded under the lock of its key, so that no load overtakes a change. */
    @Override
    public Map<String, ActivityKind> known(String brandId) {
        return ofBrand.get(
                brandId,
                id ->
                        graph.ask(() -> repository.findAllByBrandId(id)).stream()
                                .collect(toUnmodifiableMap(ActivityKind::name, identity())));
    }

    @Override
    public Map<String, ActivityKind> known(String brandId, Collection<String> names) {
        var known = known(brandId);
        if (known.isEmpty()) {
            return known;
        }
        var missed =
                names.stream()
                        .filter(name -> !known.containsKey(name))
                        .filter(name -> !Activities.OWN_KINDS.contains(name))
                        .map(name -> ActivityKind.key(brandId, name))
                        .toList();
        if (missed.isEmpty() || graph.ask(() -> repository.findAllByKeyIn(missed)).isEmpty()) {
            return known;
        }
        // Another process has defined it since.
        ofBrand.invalidate(brandId);
        return known(brandId);
    }

    @Override
    public Map<String, ActivityKind> byIds(Caller caller, Collection<String> wanted) {
        return graph.ask(() -> repository.findAllById(wanted)).stream()
                .filter(kind -> caller.sees(kind.brandId()))
                .collect(toMap(ActivityKind::id, identity()));
    }
}
