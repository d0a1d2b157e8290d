package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.Hindsight;
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
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rulebook.BadgeCriteria;
import dev.grapevine.graph.rulebook.Decision;
import dev.grapevine.graph.rulebook.Decisions;
import dev.grapevine.graph.rulebook.SpecText;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Badges from the repository, awards by Cypher. */
@Component
class GraphBadges implements Badges {

    private static final CypherFile COUNTS_OF_BRANDS =
            CypherFile.of(GraphBadges.class, "counts-of-brands");
    private static final CypherFile OF_BRANDS =
            CypherFile.of(GraphBadges.class, "badges-of-brands");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(GraphBadges.class, "badges-of-customers");
    private static final int MOST = 1_000;

    private final BadgeRepository repository;
    private final BadgeCriteria rules;
    private final Decisions decisions;
    private final Hindsight hindsight;
    private final BadgeAwards awards;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final HandAwards byHand;
    private final Ids ids;
    private final Times times;

    GraphBadges(
            BadgeRepository repository,
            BadgeCriteria rules,
            Decisions decisions,
            Hindsight hindsight,
            BadgeAwards awards,
            Graph graph,
            Idempotency idempotency,
            Brands brands,
            HandAwards byHand,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.rules = rules;
        this.decisions = decisions;
        this.hindsight = hindsight;
        this.awards = awards;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.byHand = byHand;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<Badge> define(Call call, String brandKey, DefineBadge command) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var inputs = check(brand.get().id(), command).and(call.check());
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("bdg");
        var brandId = brand.get().id();
        var outcome =
                idempotency.onceUnlessTaken(
                        BadgeRefusal.BADGE_KEY_TAKEN,
                        call,
                        new InBrand(brandKey, command),
                        id,
                        () -> define(id, brandId, command),
                        first -> Outcome.done(repository.findById(first).orElseThrow()));
        if (outcome instanceof Outcome.Done<Badge>(var badge, _) && badge.takes() != null) {
            var kinds = badge.takes().counts().stream().map(Criteria.Counted::kind).toList();
            hindsight.backfill(brandId, kinds);
        }
        return outcome;
    }

    private Inputs check(String brandId, DefineBadge command) {
        var inputs = new Inputs().text("description", command.description(), 0, 500);
        rules.check(inputs, brandId, command.key(), command.name(), command.criteria());
        return inputs;
    }

    private Outcome<Badge> define(String id, String brandId, DefineBadge command) {
        var brandKey = Badge.brandKey(brandId, command.key());
        decisions.lock(brandId);
        if (repository.findByBrandKey(brandKey).isPresent()) {
            return Outcome.refused(BadgeRefusal.BADGE_KEY_TAKEN);
        }
        if (repository.findAllByBrandId(brandId).size() >= MOST) {
            return Outcome.refused(BadgeRefusal.TOO_MANY_BADGES);
        }
        var criteria =
                command.criteria() == null
                        ? Criteria.BY_HAND
                        : rules.canonical(brandId, command.criteria());
        var decision =
                decisions.draft(
                        new Decisions.Proposal(
                                ids.next("bdv"),
                                brandId,
                                Decision.Type.BADGE,
                                command.key(),
                                command.name(),
                                criteria));
        if (decision == null) {
            return Outcome.refused(BadgeRefusal.TOO_MANY_BADGES);
        }
        decisions.publish(decision);
        return Outcome.done(
                repository.save(
                        new Badge(
                                id,
                                brandId,
                                brandKey,
                                command.key(),
                                command.name(),
                                command.description(),
                                command.criteria() == null ? null : SpecText.of(criteria),
                                command.criteria() != null && criteria.keepsWhenWithdrawn(),
                                times.now())));
    }

    @Override
    public Outcome<BadgeAward> award(Call call, AwardBadge command) {
        return byHand.award(call, command);
    }

    @Override
    public Outcome<BadgeAward> revoke(Call call, RevokeBadge command) {
        return byHand.revoke(call, command);
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
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
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
        return awards.byIds(caller, wanted);
    }

    @Override
    public Map<String, Page<BadgeAward>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        var filters = new HashMap<String, Object>(request.filters());
        filters.putIfAbsent("standingOnly", false);
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                new PageRequest(request.first(), request.after(), filters),
                Cursor.HIGHEST,
                GraphBadges::award);
    }

    private static BadgeAward award(Record row) {
        return row.get("award").as(BadgeAward.class);
    }
}
