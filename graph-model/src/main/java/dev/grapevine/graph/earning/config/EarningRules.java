package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Service for the earning configuration of brands: rules, earning limits and tier sets. Each
 * command is executed once per idempotency key. Every command can be rejected with {@code
 * INVALID_INPUT} or a {@code …_NOT_FOUND} code; a rejected command changes nothing.
 */
@Component
public class EarningRules {

    private final ConfigVersions versions;
    private final VersionChanges changes;
    private final RuleHistories histories;
    private final Brands brands;
    private final ActivityKinds kinds;
    private final Currencies currencies;
    private final Idempotency idempotency;
    private final Ids ids;

    EarningRules(
            ConfigVersions versions,
            VersionChanges changes,
            RuleHistories histories,
            Brands brands,
            ActivityKinds kinds,
            Currencies currencies,
            Idempotency idempotency,
            Ids ids) {
        this.versions = versions;
        this.changes = changes;
        this.histories = histories;
        this.brands = brands;
        this.kinds = kinds;
        this.currencies = currencies;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /**
     * Stores a version of a rule as a draft, without effect until it is published. Rejections:
     * {@code TOO_MANY_CONFIG_VERSIONS}.
     *
     * @param found violations that the caller has found; they are reported with the others
     */
    public Result<ConfigVersion> draft(
            Call call, String brandKey, DraftRule command, Validation found) {
        if (!ConditionValidator.isSmall("when", command.spec().when(), found)) {
            return found.rejected();
        }
        return execute(
                call,
                brandKey,
                command,
                found,
                ConfigVersion.Type.RULE,
                validator -> validator.named(command.key(), command.name()).rule(command.spec()),
                (id, brandId) -> draft(id, brandId, command));
    }

    private Result<ConfigVersion> draft(String id, String brandId, DraftRule command) {
        var spec = command.spec();
        var fields = new FieldValueNormalizer(kinds.known(brandId), spec.kinds());
        return storeDraft(
                new ConfigVersions.NewVersion(
                        id,
                        brandId,
                        ConfigVersion.Type.RULE,
                        command.key(),
                        command.name(),
                        spec.when(fields.in(spec.when()))));
    }

    /**
     * Creates or replaces an earning limit, active at once. Rejections: {@code
     * TOO_MANY_CONFIG_VERSIONS}.
     */
    public Result<ConfigVersion> set(Call call, String brandKey, SetEarningLimit command) {
        return execute(
                call,
                brandKey,
                command,
                new Validation(),
                ConfigVersion.Type.LIMIT,
                validator -> validator.named(command.key(), command.name()).limit(command.spec()),
                (id, brandId) ->
                        storePublished(
                                new ConfigVersions.NewVersion(
                                        id,
                                        brandId,
                                        ConfigVersion.Type.LIMIT,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    /**
     * Creates or replaces a tier set, active at once. Rejections: {@code TOO_MANY_CONFIG_VERSIONS}.
     */
    public Result<ConfigVersion> set(Call call, String brandKey, SetTierSet command) {
        return execute(
                call,
                brandKey,
                command,
                new Validation(),
                ConfigVersion.Type.TIER_SET,
                validator -> validator.named(command.key(), command.name()).tierSet(command.spec()),
                (id, brandId) ->
                        storePublished(
                                new ConfigVersions.NewVersion(
                                        id,
                                        brandId,
                                        ConfigVersion.Type.TIER_SET,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    /** Change of the configuration within the transaction. */
    private interface Change {
        Result<ConfigVersion> apply(String id, String brandId);
    }

    private Result<ConfigVersion> execute(
            Call call,
            String brandKey,
            Command command,
            Validation found,
            ConfigVersion.Type type,
            Function<RuleSpecValidator, RuleSpecValidator> validate,
            Change change) {
        found.and(call.check());
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return found.and(new NotFound("Brand", brandKey, "brand")).rejected();
        }
        var brandId = brand.get().id();
        if (!found.isValid()) {
            return validate.apply(validator(brandId)).validation().and(found).rejected();
        }
        var id = ids.next(type.prefix());
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> {
                    versions.lock(brandId);
                    var validation = validate.apply(validator(brandId)).validation();
                    return validation.isValid() ? change.apply(id, brandId) : validation.rejected();
                },
                firstId -> Result.success(versions.byId(firstId)));
    }

    private RuleSpecValidator validator(String brandId) {
        return new RuleSpecValidator(
                kinds.known(brandId),
                currencies.ofBrands(List.of(brandId)).getOrDefault(brandId, List.of()).stream()
                        .map(Currency::code)
                        .collect(Collectors.toSet()),
                histories.of(brandId).latest(),
                new Validation());
    }

    private Result<ConfigVersion> storeDraft(ConfigVersions.NewVersion newVersion) {
        var draft = versions.draft(newVersion);
        return draft == null
                ? Result.rejected(ConfigRejection.TOO_MANY_CONFIG_VERSIONS)
                : Result.success(draft);
    }

    private Result<ConfigVersion> storePublished(ConfigVersions.NewVersion newVersion) {
        return storeDraft(newVersion).map(versions::publish);
    }

    /**
     * Publishes a draft: activities recorded from now on are evaluated by this version instead of
     * the one before. The references of the rule are validated again. Rejections: {@code
     * NOT_A_DRAFT}.
     */
    public Result<ConfigVersion> publish(Call call, String versionId) {
        var draft = versions.byIds(call.caller(), List.of(versionId)).get(versionId);
        if (draft == null || draft.type() != ConfigVersion.Type.RULE) {
            return Result.rejected(new NotFound("Rule", versionId, "ruleVersionId"));
        }
        var validation =
                validator(draft.brandId())
                        .rule(SpecJson.read(draft.spec(), RuleSpec.class))
                        .validation();
        if (draft.state() == ConfigVersion.State.DRAFT && !validation.isValid()) {
            return validation.rejected();
        }
        return changes.change(
                call,
                new PublishRule(versionId),
                draft,
                it -> it.state() == ConfigVersion.State.DRAFT,
                ConfigRejection.NOT_A_DRAFT.of(draft),
                versions::publish);
    }

    /**
     * Retires a version of a rule, earning limit or tier set; a draft is dropped. Rejections:
     * {@code ALREADY_RETIRED}.
     */
    public Result<ConfigVersion> retire(Call call, String versionId) {
        var version = versions.byIds(call.caller(), List.of(versionId)).get(versionId);
        if (version == null || version.type() == ConfigVersion.Type.BADGE) {
            return Result.rejected(new NotFound("Rule", versionId, "ruleVersionId"));
        }
        return changes.change(
                call,
                new RetireVersion(versionId),
                version,
                it -> it.state() != ConfigVersion.State.RETIRED,
                ConfigRejection.ALREADY_RETIRED.of(version),
                versions::retire);
    }

    /** Returns the violations of a rule in a brand, in English; empty for a valid rule. */
    public List<String> problems(String brandId, RuleSpec spec) {
        return validator(brandId).rule(spec).validation().problems();
    }
}
