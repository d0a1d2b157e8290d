package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Badges from the repository, awards by Cypher. */
@Component
class GraphBadges implements Badges {

    private static final CypherFile AWARDS_BY_IDS =
            CypherFile.of(GraphBadges.class, "badge-awards-by-ids");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(GraphBadges.class, "badges-of-brands");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(GraphBadges.class, "badges-of-customers");
    private static final Pattern KEY = Pattern.compile("^[a-z0-9][a-z0-9-]{1,39}$");
    private static final int MOST = 1_000;

    private final BadgeRepository repository;
    private final BadgeAwards awards;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final Customers customers;
    private final Ids ids;
    private final Times times;

    GraphBadges(
            BadgeRepository repository,
            BadgeAwards awards,
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            Customers customers,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.awards = awards;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.customers = customers;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Badge> define(Call call, String brandKey, DefineBadge command) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var inputs = check(command);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("bdg");
        var brandId = brand.get().id();
        var inBrand = new InBrand(brandKey, command);
        var outcome =
                idempotency.onceUnlessTaken(
                        BadgeRefusal.BADGE_KEY_TAKEN,
                        call,
                        inBrand,
                        id,
                        () -> define(id, brandId, command),
                        first -> Outcome.done(repository.findById(first).orElseThrow()));
        if (outcome instanceof Outcome.Done<Badge>(var badge, _) && badge.kind() != null) {
            awards.awardInHindsight(badge);
        }
        return outcome;
    }

    private static Inputs check(DefineBadge command) {
        var threshold = command.threshold();
        var inputs =
                new Inputs()
                        .matches("key", command.key(), KEY)
                        .text("name", command.name(), 1, 100)
                        .text("description", command.description(), 0, 500)
                        .require(
                                (command.kind() == null) == (threshold == null),
                                "threshold",
                                "A kind and a threshold are given together or not at all.");
        if (command.kind() != null) {
            inputs.kind("kind", command.kind());
        }
        return threshold == null ? inputs : inputs.between("threshold", threshold, 1, 1_000_000);
    }

    private Outcome<Badge> define(String id, String brandId, DefineBadge command) {
        var brandKey = Badge.brandKey(brandId, command.key());
        if (repository.findByBrandKey(brandKey).isPresent()) {
            return Outcome.refused(BadgeRefusal.BADGE_KEY_TAKEN);
        }
        if (repository.findAllByBrandId(brandId).size() >= MOST) {
            return Outcome.refused(BadgeRefusal.TOO_MANY_BADGES);
        }
        return Outcome.done(
                repository.save(
                        new Badge(
                                id,
                                brandId,
                                brandKey,
                                command.key(),
                                command.name(),
                                command.description(),
                                command.kind(),
                                command.threshold(),
                                times.now())));
    }

    @Override
    public Outcome<BadgeAward> award(Call call, AwardBadge command) {
        var inputs = new Inputs().text("note", command.note(), 0, 500);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("bda");
        return idempotency.once(
                call,
                command,
                id,
                () -> award(id, call.caller(), command),
                first ->
                        Outcome.done(
                                Objects.requireNonNull(
                                        awardsByIds(Caller.GRAPEVINE, List.of(first)).get(first))));
    }

    private Outcome<BadgeAward> award(String id, Caller caller, AwardBadge command) {
        var customer =
                customers.lock(caller, List.of(command.customerId())).get(command.customerId());
        if (customer == null) {
            return Outcome.refused(new Unknown("Customer", command.customerId(), "customerId"));
        }
        var badge = repository.findById(command.badgeId());
        if (badge.isEmpty() || !badge.get().brandId().equals(customer.brandId())) {
            return Outcome.refused(new Unknown("Badge", command.badgeId(), "badgeId"));
        }
        var award =
                new BadgeAward(
                        id,
                        customer.brandId(),
                        customer.id(),
                        command.badgeId(),
                        BadgeAward.Reason.BY_HAND.name(),
                        null,
                        command.note(),
                        caller.id(),
                        times.now());
        return awards.award(List.of(award)).isEmpty()
                ? Outcome.refused(BadgeRefusal.ALREADY_AWARDED)
                : Outcome.done(award);
    }

    @Override
    public Map<String, Page<Badge>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                row -> row.get("badge").as(Badge.class));
    }

    @Override
    public Map<String, Badge> byIds(Caller caller, Collection<String> wanted) {
        return graph.ask(() -> repository.findAllById(wanted)).stream()
                .filter(badge -> caller.sees(badge.brandId()))
                .collect(toMap(Badge::id, badge -> badge));
    }

    @Override
    public Optional<Badge> byKey(String brandId, String key) {
        return graph.ask(() -> repository.findByBrandKey(Badge.brandKey(brandId, key)));
    }

    @Override
    public boolean has(String customerId, String badgeId) {
        return awards.exists(customerId, badgeId);
    }

    @Override
    public Map<String, BadgeAward> awardsByIds(Caller caller, Collection<String> wanted) {
        return graph
                .read(AWARDS_BY_IDS, Map.of("ids", List.copyOf(wanted)), GraphBadges::award)
                .stream()
                .filter(award -> caller.sees(award.brandId()))
                .collect(toMap(BadgeAward::id, award -> award));
    }

    @Override
    public Map<String, Page<BadgeAward>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        return Page.each(
                graph, OF_CUSTOMERS, customerIds, request, Cursor.HIGHEST, GraphBadges::award);
    }

    private static BadgeAward award(Record row) {
        return row.get("award").as(BadgeAward.class);
    }
}
