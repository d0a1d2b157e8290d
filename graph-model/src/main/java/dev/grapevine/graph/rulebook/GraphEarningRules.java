package dev.grapevine.graph.rulebook;

import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.engagement.ActivityKinds;
import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.InBrand;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Refusal;
import dev.grapevine.graph.kernel.Unknown;
import dev.grapevine.graph.points.Currencies;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.rule.RuleSpec;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Checks what brands decide, and keeps it. */
@Component
class GraphEarningRules implements EarningRules {

    private final Decisions decisions;
    private final Rulebooks rulebooks;
    private final Brands brands;
    private final ActivityKinds kinds;
    private final Currencies currencies;
    private final Idempotency idempotency;
    private final Ids ids;

    GraphEarningRules(
            Decisions decisions,
            Rulebooks rulebooks,
            Brands brands,
            ActivityKinds kinds,
            Currencies currencies,
            Idempotency idempotency,
            Ids ids) {
        this.decisions = decisions;
        this.rulebooks = rulebooks;
        this.brands = brands;
        this.kinds = kinds;
        this.currencies = currencies;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Override
    public Outcome<Decision> draft(Call call, String brandKey, DraftRule command) {
        var inputs = new Inputs();
        ConditionCheck.size("when", command.spec().when(), inputs);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        return decide(
                call,
                brandKey,
                command,
                Decision.Type.RULE,
                check -> check.named(command.key(), command.name()).rule(command.spec()),
                (id, brandId) -> draft(id, brandId, command));
    }

    private Outcome<Decision> draft(String id, String brandId, DraftRule command) {
        var spec = command.spec();
        var fields = new CanonicalFields(kinds.known(brandId), spec.kinds());
        return drafted(
                new Decisions.Proposal(
                        id,
                        brandId,
                        Decision.Type.RULE,
                        command.key(),
                        command.name(),
                        spec.when(fields.in(spec.when()))));
    }

    @Override
    public Outcome<Decision> define(Call call, String brandKey, DefineLimit command) {
        return decide(
                call,
                brandKey,
                command,
                Decision.Type.LIMIT,
                check -> check.named(command.key(), command.name()).limit(command.spec()),
                (id, brandId) ->
                        enacted(
                                new Decisions.Proposal(
                                        id,
                                        brandId,
                                        Decision.Type.LIMIT,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    @Override
    public Outcome<Decision> define(Call call, String brandKey, DefineLadder command) {
        return decide(
                call,
                brandKey,
                command,
                Decision.Type.LADDER,
                check -> check.named(command.key(), command.name()).ladder(command.spec()),
                (id, brandId) ->
                        enacted(
                                new Decisions.Proposal(
                                        id,
                                        brandId,
                                        Decision.Type.LADDER,
                                        command.key(),
                                        command.name(),
                                        command.spec())));
    }

    /** What is done in the transaction. */
    private interface Effect {
        Outcome<Decision> decide(String id, String brandId);
    }

    private Outcome<Decision> decide(
            Call call,
            String brandKey,
            Command command,
            Decision.Type type,
            Function<SpecCheck, SpecCheck> check,
            Effect effect) {
        var brand = brands.byKey(call.caller(), brandKey);
        if (brand.isEmpty()) {
            return Outcome.refused(new Unknown("Brand", brandKey, "brand"));
        }
        var brandId = brand.get().id();
        var key = call.check();
        if (!key.areRight()) {
            return check.apply(check(brandId)).inputs().and(key).refused();
        }
        var id = ids.next(type.prefix());
        return idempotency.once(
                call,
                new InBrand(brandKey, command),
                id,
                () -> {
                    decisions.lock(brandId);
                    var inputs = check.apply(check(brandId)).inputs();
                    return inputs.areRight() ? effect.decide(id, brandId) : inputs.refused();
                },
                first -> Outcome.done(again(first)));
    }

    private SpecCheck check(String brandId) {
        return new SpecCheck(
                kinds.known(brandId),
                currencies.ofBrands(List.of(brandId)).getOrDefault(brandId, List.of()).stream()
                        .map(Currency::code)
                        .collect(Collectors.toSet()),
                rulebooks.of(brandId).latest(),
                new Inputs());
    }

    private Outcome<Decision> drafted(Decisions.Proposal proposal) {
        var draft = decisions.draft(proposal);
        return draft == null
                ? Outcome.refused(RulebookRefusal.TOO_MANY_DECISIONS)
                : Outcome.done(draft);
    }

    private Outcome<Decision> enacted(Decisions.Proposal proposal) {
        return drafted(proposal).map(decisions::publish);
    }

    private Decision again(String id) {
        return Objects.requireNonNull(decisions.byIds(Caller.GRAPEVINE, List.of(id)).get(id));
    }

    @Override
    public Outcome<Decision> publish(Call call, String versionId) {
        var draft = decisions.byIds(call.caller(), List.of(versionId)).get(versionId);
        if (draft == null || draft.type() != Decision.Type.RULE) {
            return Outcome.refused(new Unknown("Rule", versionId, "ruleVersionId"));
        }
        var inputs =
                check(draft.brandId()).rule(SpecText.read(draft.spec(), RuleSpec.class)).inputs();
        if (draft.state() == Decision.State.DRAFT && !inputs.areRight()) {
            return inputs.refused();
        }
        return change(
                call,
                new PublishRule(versionId),
                draft,
                it -> it.state() == Decision.State.DRAFT,
                RulebookRefusal.NOT_A_DRAFT,
                decisions::publish);
    }

    @Override
    public Outcome<Decision> retire(Call call, String versionId) {
        var decision = decisions.byIds(call.caller(), List.of(versionId)).get(versionId);
        if (decision == null || decision.type() == Decision.Type.BADGE) {
            return Outcome.refused(new Unknown("Rule", versionId, "ruleVersionId"));
        }
        return change(
                call,
                new RetireVersion(versionId),
                decision,
                it -> it.state() != Decision.State.RETIRED,
                RulebookRefusal.ALREADY_RETIRED,
                decisions::retire);
    }

    private Outcome<Decision> change(
            Call call,
            Command command,
            Decision seen,
            Predicate<Decision> isRight,
            Refusal otherwise,
            UnaryOperator<Decision> change) {
        // The version was there before: a name of its own tells the first call from its repetition.
        return idempotency.once(
                call,
                command,
                ids.next(seen.type().prefix()),
                () -> {
                    decisions.lock(seen.brandId());
                    var decision = again(seen.id());
                    return isRight.test(decision)
                            ? Outcome.done(change.apply(decision))
                            : Outcome.refused(otherwise);
                },
                _ -> Outcome.done(again(seen.id())));
    }

    @Override
    public List<String> problems(String brandId, RuleSpec spec) {
        return check(brandId).rule(spec).inputs().problems();
    }
}
