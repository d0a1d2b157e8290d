package dev.grapevine.graph.badge;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.BadgeBackfill;
import dev.grapevine.graph.earning.config.BadgeCriteriaValidation;
import dev.grapevine.graph.earning.config.ConfigRejection;
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
import dev.grapevine.graph.kernel.database.Rows;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Badges of all brands and their awards: creation, award, revocation and look-up. */
@Component
public class Badges {

    private static final CypherStatement COUNTS_OF_BRANDS =
            CypherStatement.of(Badges.class, "counts-of-brands");
    private static final CypherStatement OF_BRANDS =
            CypherStatement.of(Badges.class, "badges-of-brands");
    private static final CypherStatement OF_CUSTOMERS =
            CypherStatement.of(Badges.class, "badges-of-customers");
    static final int MAX_BADGES = 1_000;

    private final BadgeRepository repository;
    private final BadgeCriteriaValidation criteriaValidation;
    private final ConfigVersions versions;
    private final BadgeBackfill badgeBackfill;
    private final BadgeAwards awards;
    private final GraphClient graph;
    private final Idempotency idempotency;
    private final Brands brands;
    private final ManualAwards manualAwards;
    private final Ids ids;
    private final Times times;

    Badges(
            BadgeRepository repository,
            BadgeCriteriaValidation criteriaValidation,
            ConfigVersions versions,
            BadgeBackfill badgeBackfill,
            BadgeAwards awards,
            GraphClient graph,
            Idempotency idempotency,
            Brands brands,
            ManualAwards manualAwards,
            Ids ids,
            Times times) {
        this.repository = repository;
        this.criteriaValidation = criteriaValidation;
        this.versions = versions;
        this.badgeBackfill = badgeBackfill;
        this.awards = awards;
        this.graph = graph;
        this.idempotency = idempotency;
        this.brands = brands;
        this.manualAwards = manualAwards;
        this.ids = ids;
        this.times = times;
    }

    /**
     * Creates a badge, once per idempotency key, and awards the badge to all customers who already
     * meet its criteria: a badge backfill over the brand, in batches, before this method returns.
     * Throws {@code GraphBusy} if the backfill is interrupted by lock conflicts; a call with the
     * same key continues the backfill. Rejections: {@code INVALID_INPUT}, {@code BRAND_NOT_FOUND},
     * {@code BADGE_KEY_TAKEN}, {@code TOO_MANY_BADGES}.
     *
     * @param found violations that the caller has found; they are reported with the others
     */
    public Result<Badge> create(Call call, String brandKey, CreateBadge command, Validation found) {
        found.and(call.check()).text("description", command.description(), 500);
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return found.and(new NotFound("Brand", brandKey, "brand")).rejected();
        }
        criteriaValidation.check(
                found, brand.get().id(), command.key(), command.name(), command.criteria());
        if (!found.isValid()) {
            return found.rejected();
        }
        var id = ids.next("bdg");
        var brandId = brand.get().id();
        var result =
                idempotency.executeUnlessTaken(
                        BadgeRejection.BADGE_KEY_TAKEN.with(command.key()),
                        call,
                        new BrandCommand(brandKey, command),
                        id,
                        () -> create(id, brandId, command),
                        first -> Result.success(repository.findById(first).orElseThrow()));
        if (result instanceof Result.Success<Badge>(var badge, _)
                && badge.parsedCriteria() != null) {
            var kinds =
                    badge.parsedCriteria().kinds().stream()
                            .map(BadgeCriteria.WeightedKind::kind)
                            .toList();
            badgeBackfill.backfill(brandId, kinds);
        }
        return result;
    }

    private Result<Badge> create(String id, String brandId, CreateBadge command) {
        var brandKey = Badge.brandKey(brandId, command.key());
        versions.lock(brandId);
        if (repository.findByBrandKey(brandKey).isPresent()) {
            return Result.rejected(BadgeRejection.BADGE_KEY_TAKEN.with(command.key()));
        }
        if (repository.findAllByBrandId(brandId).size() >= MAX_BADGES) {
            return Result.rejected(BadgeRejection.TOO_MANY_BADGES);
        }
        var criteria =
                command.criteria() == null
                        ? BadgeCriteria.MANUAL
                        : criteriaValidation.canonical(brandId, command.criteria());
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
            return Result.rejected(ConfigRejection.TOO_MANY_CONFIG_VERSIONS);
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
     * Awards a badge manually, once per idempotency key. A revoked award of the same badge stays in
     * the customer's list. Rejections: {@code INVALID_INPUT}, {@code CUSTOMER_NOT_FOUND}, {@code
     * BADGE_NOT_FOUND} (also for a badge of another brand), {@code ALREADY_AWARDED}.
     */
    public Result<BadgeAward> award(Call call, AwardBadge command) {
        return manualAwards.award(call, command);
    }

    /**
     * Revokes an award, once per idempotency key. The award stays in the customer's list and cannot
     * be earned again; an automatically revoked award becomes one of this kind. Rejections: {@code
     * INVALID_INPUT}, {@code BADGE_AWARD_NOT_FOUND}, {@code ALREADY_REVOKED}.
     */
    public Result<BadgeAward> revoke(Call call, RevokeBadge command) {
        return manualAwards.revoke(call, command);
    }

    /** Returns the badges of each brand, earliest first, by brand id. One round trip. */
    public Map<String, Page<Badge>> ofBrands(Collection<String> brandIds, PageRequest request) {
        return Page.each(
                graph, OF_BRANDS, brandIds, request, Cursor.LOWEST, Rows.to(Badge.class, "badge"));
    }

    /** Returns the number of badges of each brand, by brand id. One round trip. */
    public Map<String, Long> countsOfBrands(Collection<String> brandIds) {
        return Page.counts(graph, COUNTS_OF_BRANDS, brandIds, Map.of());
    }

    /** Returns the badges with these ids that the caller may see, by id. One round trip. */
    public Map<String, Badge> byIds(Caller caller, Collection<String> badgeIds) {
        return graph.callRepository(() -> repository.findAllById(badgeIds)).stream()
                .filter(badge -> caller.sees(badge.brandId()))
                .collect(toMap(Badge::id, badge -> badge));
    }

    /** Returns the badge of a brand with this key if it exists. One round trip. */
    public Optional<Badge> byKey(String brandId, String key) {
        return graph.callRepository(() -> repository.findByBrandKey(Badge.brandKey(brandId, key)));
    }

    /** Returns true if the customer has an active award of the badge. One round trip. */
    public boolean has(String customerId, String badgeId) {
        return awards.exists(customerId, badgeId);
    }

    /** Returns the awards with these ids that the caller may see, by id. One round trip. */
    public Map<String, BadgeAward> awardsByIds(Caller caller, Collection<String> awardIds) {
        return awards.byIds(caller, awardIds);
    }

    /**
     * Returns the awards of each customer, latest first, by customer id. One round trip. The
     * request's filter {@code activeOnly} excludes revoked awards; the default is false.
     */
    public Map<String, Page<BadgeAward>> ofCustomers(
            Collection<String> customerIds, PageRequest request) {
        var filters = new HashMap<String, Object>(request.filters());
        filters.putIfAbsent("activeOnly", false);
        return Page.each(
                graph,
                OF_CUSTOMERS,
                customerIds,
                new PageRequest(request.first(), request.after(), filters),
                Cursor.HIGHEST,
                Badges::award);
    }

    private static BadgeAward award(Record row) {
        return Rows.map(row.get("award"), BadgeAward.class);
    }
}
