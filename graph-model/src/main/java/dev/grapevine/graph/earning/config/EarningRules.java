package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.BrandCommand;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.kernel.command.Idempotency;
import dev.grapevine.graph.kernel.command.NotFound;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currencies;
import dev.grapevine.graph.ledger.currency.Currency;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How brands decide what earns what. Every command is carried out once per idempotency key; all
 * refuse {@code INVALID_INPUT} and {@code UNKNOWN_…}, and then nothing has changed.
 *
 * <p>Checks what brands decide, and keeps it.
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
     * Drafts a version of a rule; nothing earns by it until it is published. Refusals: {@code
     * TOO_MANY_CONFIG_VERSIONS}.
     */
    public Result<ConfigVersion> draft(Call call, String brandKey, DraftRule command) {
        var validation = new Validation();
        ConditionValidator.size("when", command.spec().when(), validation);
        if (!validation.isValid()) {
            return validation.rejected();
        }
        return decide(
                call,
                brandKey,
                command,
                ConfigVersion.Type.RULE,
                check -> check.named(command.key(), command.name()).rule(command.spec()),
                (id, brandId) -> draft(id, brandId, command));
    }

    private Result<ConfigVersion> draft(String id, String brandId, DraftRule command) {
        var spec = command.spec();
        var fields = new FieldValueNormalizer(kinds.known(brandId), spec.kinds());
        return drafted(
                new ConfigVersions.NewVersion(
                        id,
                        brandId,
                        ConfigVersion.Type.RULE,
                        command.key(),
                        command.name(),
                        spec.when(fields.in(spec.when()))));
    }

    /** Sets a limit; in force at once. Refusals: {@code TOO_MANY_CONFIG_VERSIONS}. */
    public Result<ConfigVersion> define(Call call, String brandKey, SetEarningLimit command) {
        return decide(
                call,
                brandKey,
                command,
                ConfigVersion.Type.LIMIT,
                check -> check.named(command.key(), command.name()).limit(command.spec()),
                (id, brandId) ->
                        published(
                                new ConfigVersions.NewVersion(
                                        id,
                                        brandId,
                                        ConfigVersion.Type.LIMIT,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    /** Sets tiers; in force at once. Refusals: {@code TOO_MANY_CONFIG_VERSIONS}. */
    public Result<ConfigVersion> define(Call call, String brandKey, SetTiers command) {
        return decide(
                call,
                brandKey,
                command,
                ConfigVersion.Type.TIER_SET,
                check -> check.named(command.key(), command.name()).tierSet(command.spec()),
                (id, brandId) ->
                        published(
                                new ConfigVersions.NewVersion(
                                        id,
                                        brandId,
                                        ConfigVersion.Type.TIER_SET,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    /** What is done in the transaction. */
    private interface Effect {
        Result<ConfigVersion> decide(String id, String brandId);
    }

    private Result<ConfigVersion> decide(
            Call call,
            String brandKey,
            Command command,
            ConfigVersion.Type type,
            Function<RuleSpecValidator, RuleSpecValidator> check,
            Effect effect) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Result.rejected(new NotFound("Brand", brandKey, "brand"));
        }
        var brandId = brand.get().id();
        var key = call.check();
        if (!key.isValid()) {
            return check.apply(check(brandId)).inputs().and(key).rejected();
        }
        var id = ids.next(type.prefix());
        return idempotency.execute(
                call,
                new BrandCommand(brandKey, command),
                id,
                () -> {
                    versions.lock(brandId);
                    var validation = check.apply(check(brandId)).inputs();
                    return validation.isValid()
                            ? effect.decide(id, brandId)
                            : validation.rejected();
                },
                first -> Result.success(replayed(first)));
    }

    private RuleSpecValidator check(String brandId) {
        return new RuleSpecValidator(
                kinds.known(brandId),
                currencies.ofBrands(List.of(brandId)).getOrDefault(brandId, List.of()).stream()
                        .map(Currency::code)
                        .collect(Collectors.toSet()),
                histories.of(brandId).latest(),
                new Validation());
    }

    private Result<ConfigVersion> drafted(ConfigVersions.NewVersion newVersion) {
        var draft = versions.draft(newVersion);
        return draft == null
                ? Result.rejected(ConfigRejection.TOO_MANY_CONFIG_VERSIONS)
                : Result.success(draft);
    }

    private Result<ConfigVersion> published(ConfigVersions.NewVersion newVersion) {
        return drafted(newVersion).map(versions::publish);
    }

    private ConfigVersion replayed(String id) {
        return Objects.requireNonNull(versions.byIds(Caller.SYSTEM, List.of(id)).get(id));
    }

    /**
     * Publishes a draft: activities that are recorded from now on are reckoned by it, and not any
     * more by the version before. What it refers to is checked again. Refusals: {@code
     * NOT_A_DRAFT}.
     */
    public Result<ConfigVersion> publish(Call call, String versionId) {
        var draft = versions.byIds(call.caller(), List.of(versionId)).get(versionId);
        if (draft == null || draft.type() != ConfigVersion.Type.RULE) {
            return Result.rejected(new NotFound("Rule", versionId, "ruleVersionId"));
        }
        var validation =
                check(draft.brandId()).rule(SpecJson.read(draft.spec(), RuleSpec.class)).inputs();
        if (draft.state() == ConfigVersion.State.DRAFT && !validation.isValid()) {
            return validation.rejected();
        }
        return changes.change(
                call,
                new PublishRule(versionId),
                draft,
                it -> it.state() == ConfigVersion.State.DRAFT,
                ConfigRejection.NOT_A_DRAFT,
                versions::publish);
    }

    /**
     * Takes a rule, a limit or tiers out of force, or drops a draft. Refusals: {@code
     * ALREADY_RETIRED}.
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
                ConfigRejection.ALREADY_RETIRED,
                versions::retire);
    }

    /** What is wrong with a rule for a brand, in English; nothing if it could be published. */
    public List<String> problems(String brandId, RuleSpec spec) {
        return check(brandId).rule(spec).inputs().problems();
    }
}
