package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.BadgeBackfill;
import dev.grapevine.graph.earning.config.BadgeCriteriaValidation;
import dev.grapevine.graph.earning.config.ConfigVersion;
import dev.grapevine.graph.earning.config.ConfigVersions;
import dev.grapevine.graph.earning.config.SpecJson;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
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
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All badges, and who has them.
 *
 * <p>Badges from the repository, awards by Cypher.
 */
@Component
public class Badges {

    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(Badges.class, "counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(Badges.class, "badges-of-brands");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Badges.class, "badges-of-customers");
    private static final int MAX = 1_000;

    private final BadgeRepository repository;
    private final BadgeCriteriaValidation rules;
    private final ConfigVersions versions;
    private final BadgeBackfill badgeBackfill;
    private final BadgeAwards awards;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final ManualAwards byHand;
    private final Ids ids;
    private final Times times;

    Badges(
            BadgeRepository repository,
            BadgeCriteriaValidation rules,
            ConfigVersions versions,
            BadgeBackfill badgeBackfill,
            BadgeAwards awards,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            ManualAwards byHand,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.rules = rules;
        this.versions = versions;
        this.badgeBackfill = badgeBackfill;
        this.awards = awards;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.byHand = byHand;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Defines a badge, once per idempotency key, and awards it to everyone who has reached its
     * threshold already, in batches, before it returns. Throws {@code GraphBusy} if somebody was in
     * the way; sent again, it goes on. Refusals: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND},
     * {@code BADGE_KEY_TAKEN}, {@code TOO_MANY_BADGES}.
     */
    public Result<Badge> create(Call call, String brandKey, CreateBadge command) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        var validation = check(brand.get().id(), command).and(call.check());
        if (!validation.isValid()) {
            return validation.rejected();
        }
        var id = ids.next("bdg");
        var brandId = brand.get().id();
        var result =
                idempotency.executeUnlessTaken(
                        BadgeRejection.BADGE_KEY_TAKEN,
                        call,
                        new BrandCommand(brandKey, command),
                        id,
                        () -> create(id, brandId, command),
                        first -> Result.success(repository.findById(first).orElseThrow()));
        if (result instanceof Result.Success<Badge>(var badge, _) && badge.takes() != null) {
            var kinds =
                    badge.takes().counts().stream().map(BadgeCriteria.WeightedKind::kind).toList();
            badgeBackfill.backfill(brandId, kinds);
        }
        return result;
    }

    private Validation check(String brandId, CreateBadge command) {
        var validation = new Validation().text("description", command.description(), 0, 500);
        rules.check(validation, brandId, command.key(), command.name(), command.criteria());
        return validation;
    }

    private Result<Badge> create(String id, String brandId, CreateBadge command) {
        var brandKey = Badge.brandKey(brandId, command.key());
        versions.lock(brandId);
        if (repository.findByBrandKey(brandKey).isPresent()) {
            return Result.rejected(BadgeRejection.BADGE_KEY_TAKEN);
        }
        if (repository.findAllByBrandId(brandId).size() >= MAX) {
            return Result.rejected(BadgeRejection.TOO_MANY_BADGES);
        }
        var criteria =
                command.criteria() == null
                        ? BadgeCriteria.BY_HAND
                        : rules.canonical(brandId, command.criteria());
        var version =
                versions.draft(
                        new ConfigVersions.NewVersion(
                                ids.next("bdv"),
                                brandId,
                                ConfigVersion.Type.BADGE,
                                command.key(),
                                command.name(),
                                criteria));
        if (version == null) {
            return Result.rejected(BadgeRejection.TOO_MANY_BADGES);
        }
        versions.publish(version);
        return Result.success(
                repository.save(
                        new Badge(
                                id,
                                brandId,
                                brandKey,
                                command.key(),
                                command.name(),
                                command.description(),
                                command.criteria() == null ? null : SpecJson.of(criteria),
                                command.criteria() != null && criteria.isPermanent(),
                                times.now())));
    }

    /**
     * Awards a badge by hand, once per idempotency key, also to whom it was taken from before; that
     * award stays to be seen. Refusals: {@code INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND}, {@code
     * BADGE_NOT_FOUND} (also one of another brand than the customer's), {@code ALREADY_AWARDED}.
     */
    public Result<BadgeAward> award(Call call, AwardBadge command) {
        return byHand.award(call, command);
    }

    /**
     * Takes an award back, once per idempotency key, also one that went with its cause; it stays to
     * be seen, as revoked, and is not earned again. Refusals: {@code INVALID_INPUT}, {@code
     * BADGE_AWARD_NOT_FOUND}, {@code ALREADY_REVOKED}.
     */
    public Result<BadgeAward> revoke(Call call, RevokeBadge command) {
        return byHand.revoke(call, command);
    }

    /** The badges of each brand, earliest first, by brand id. One round trip. */
    public Map<String, Page<Badge>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph,
                OF_BRANDS,
                brandIds,
                request,
                Cursor.LOWEST,
                row -> row.get("badge").as(Badge.class));
    }

    /** The number of badges of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    /** The badges with these ids that the caller may see, by id. One round trip. */
    public Map<String, Badge> byIds(Caller caller, Collection<String> wanted) {
        return graph.callRepository(() -> repository.findAllById(wanted)).stream()
                .filter(badge -> caller.sees(badge.brandId()))
                .collect(toMap(Badge::id, badge -> badge));
    }

    /** The badge of a brand with this key. One round trip. */
    public Optional<Badge> byKey(String brandId, String key) {
        return graph.callRepository(() -> repository.findByBrandKey(Badge.brandKey(brandId, key)));
    }

    /** Whether a customer has a badge. One round trip. */
    public boolean has(String customerId, String badgeId) {
        return awards.exists(customerId, badgeId);
    }

    /** The awards with these ids that the caller may see, by id. One round trip. */
    public Map<String, BadgeAward> awardsByIds(Caller caller, Collection<String> wanted) {
        return awards.byIds(caller, wanted);
    }

    /**
     * The badges of each customer, latest first, by customer id. One round trip. The request's
     * filter {@code standingOnly} leaves out those that were taken back; without it they are there.
     */
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
                Badges::award);
    }

    private static BadgeAward award(Record row) {
        return row.get("award").as(BadgeAward.class);
    }
}
