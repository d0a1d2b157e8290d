package dev.grapevine.graph.earning.engine;

import dev.grapevine.graph.earning.rule.ConfigRevision;
import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fold over the activities of a customer, each once and in the order of their positions, that
 * returns the effects of each activity. Aggregates include the activity itself; tiers and badges
 * are those from before the activity. Rules and limits are those of the revision of the activity;
 * aggregates, tiers and badges consider the whole history, also activities from before their
 * definition.
 */
public final class EarningEngine {

    private final RuleHistory history;
    private final CustomerRef customer;
    private final EarningState state;
    private final BudgetSource budgetSource;

    /**
     * @param state state before the first activity; updated with each activity
     */
    public EarningEngine(
            RuleHistory history,
            CustomerRef customer,
            EarningState state,
            BudgetSource budgetSource) {
        this.history = history;
        this.customer = customer;
        this.state = state;
        this.budgetSource = budgetSource;
    }

    /** Evaluates the next activity, without rule traces. */
    public EvaluationResult apply(ActivityFacts facts) {
        return apply(facts, Optional.empty());
    }

    /** Evaluates the next activity, with a trace for each rule of its kind. */
    public EvaluationResult applyWithTraces(ActivityFacts facts) {
        return apply(facts, Optional.of(new ArrayList<>()));
    }

    private EvaluationResult apply(
            ActivityFacts facts, Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var revision = history.revision(facts.revision());
        var localTimes = new LocalTimes(facts.at());
        var calculators = tierCalculators(facts.kind(), localTimes);
        var tiers = tiers(revision, calculators);
        var conditions =
                new ConditionEvaluator(history, facts, localTimes, customer, state.own(), tiers);
        for (var aggregate : history.aggregatesOf(facts.kind())) {
            AggregateUpdater.count(state.own(), aggregate, facts, localTimes);
        }
        var fired = fired(revision, facts, conditions, ruleTraces);
        var capApplier = new CapApplier(facts, localTimes, state.own(), budgetSource);
        var calculator =
                new PointsCalculator(
                        revision, facts, conditions, capApplier, fired, factors(revision, tiers));
        var effects = pointsEffects(fired, calculator, ruleTraces);
        addTierPoints(localTimes, calculators, effects);
        var badges = new BadgeEvaluator(facts, localTimes, state, conditions);
        return new EvaluationResult(
                facts,
                effects,
                badgeEffects(badges, facts, fired),
                badges.matches(),
                ruleTraces.orElse(List.of()));
    }

    /**
     * Returns the calculators by id of the tier set version, advanced to the day of the activity.
     */
    private Map<String, TierCalculator> tierCalculators(String kind, LocalTimes localTimes) {
        var calculators = new HashMap<String, TierCalculator>();
        for (var version : history.tierSets()) {
            var calculator = new TierCalculator(version, state.own());
            // Kinds of other groups may be evaluated in any order, so they must not advance the
            // tier.
            if (history.dependencyGroups().affects(kind, version.tierSet().currency())) {
                calculator.advanceTo(localTimes.day(version.tierSet().timeZone()));
            }
            calculators.put(version.versionId(), calculator);
        }
        return calculators;
    }

    private static String benefits(TierSet.Tier tier) {
        return tier.benefits().isEmpty() ? "" : " (" + String.join(", ", tier.benefits()) + ")";
    }

    private static Map<String, TierSet.Tier> tiers(
            ConfigRevision revision, Map<String, TierCalculator> calculators) {
        var tiers = new HashMap<String, TierSet.Tier>();
        revision.tierSets()
                .forEach(
                        (key, version) ->
                                tiers.put(
                                        key,
                                        Objects.requireNonNull(calculators.get(version.versionId()))
                                                .tier()));
        return tiers;
    }

    private static List<Rule> fired(
            ConfigRevision revision,
            ActivityFacts facts,
            ConditionEvaluator conditions,
            Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var fired = new ArrayList<Rule>();
        var usedGroups = new HashSet<String>();
        for (var rule : revision.rulesFor(facts.kind())) {
            var spec = rule.spec();
            var group = spec.exclusiveGroup();
            if (spec.isOpenAt(facts.at())
                    && conditions.holds(spec)
                    && (group == null || usedGroups.add(group))) {
                fired.add(rule);
            } else if (ruleTraces.isPresent()) {
                var reasons = reasons(spec, facts, conditions);
                ruleTraces
                        .get()
                        .add(
                                new EvaluationResult.RuleTrace(
                                        rule.versionId(), rule.key(), false, 0, reasons));
            }
        }
        return fired;
    }

    private static List<String> reasons(
            RuleSpec spec, ActivityFacts facts, ConditionEvaluator conditions) {
        if (!spec.isOpenAt(facts.at())) {
            return List.of(
                    "The activity occurred at "
                            + facts.at()
                            + ", outside of the period of the rule");
        }
        if (spec.when() != null && !conditions.holds(spec)) {
            return conditions.failures(spec.when(), spec.timeZone());
        }
        return List.of(
                "Another rule of the exclusive group " + spec.exclusiveGroup() + " fired first");
    }

    private static List<EvaluationResult.PointsEffect> pointsEffects(
            List<Rule> fired,
            PointsCalculator calculator,
            Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var effects = new ArrayList<EvaluationResult.PointsEffect>();
        for (var rule : fired) {
            var effect = rule.spec().points();
            var calculation =
                    effect == null
                            ? new PointsCalculator.Calculation(0, List.of())
                            : calculator.of(rule, effect);
            ruleTraces.ifPresent(
                    all ->
                            all.add(
                                    new EvaluationResult.RuleTrace(
                                            rule.versionId(),
                                            rule.key(),
                                            true,
                                            calculation.amount(),
                                            calculation.calculation())));
            if (effect != null && calculation.amount() != 0) {
                effects.add(
                        new EvaluationResult.PointsEffect(
                                rule.versionId(),
                                rule.key(),
                                rule.name(),
                                effect.currency(),
                                calculation.amount(),
                                calculation.calculation()));
            }
        }
        return effects;
    }

    private static Map<String, List<PointsCalculator.Factor>> factors(
            ConfigRevision revision, Map<String, TierSet.Tier> tiers) {
        var factors = new HashMap<String, List<PointsCalculator.Factor>>();
        tiers.forEach(
                (key, tier) -> {
                    var tierSet = Objects.requireNonNull(revision.tierSets().get(key)).tierSet();
                    factors.computeIfAbsent(tierSet.currency(), _ -> new ArrayList<>())
                            .add(
                                    new PointsCalculator.Factor(
                                            "tier " + tier.name() + benefits(tier),
                                            tier.multiplier(),
                                            _ -> true));
                });
        return factors;
    }

    private void addTierPoints(
            LocalTimes localTimes,
            Map<String, TierCalculator> calculators,
            List<EvaluationResult.PointsEffect> effects) {
        for (var version : history.tierSets()) {
            var tierSet = version.tierSet();
            var sum = 0L;
            for (var effect : effects) {
                sum += effect.currency().equals(tierSet.currency()) ? effect.amount() : 0;
            }
            if (sum != 0) {
                Objects.requireNonNull(calculators.get(version.versionId()))
                        .add(localTimes.day(tierSet.timeZone()), sum);
            }
        }
    }

    private List<EvaluationResult.BadgeEffect> badgeEffects(
            BadgeEvaluator badgeEvaluator, ActivityFacts facts, List<Rule> fired) {
        var badges = history.latest();
        var earned = new ArrayList<EvaluationResult.BadgeEffect>();
        for (var badge : badges.badgesFor(facts.kind())) {
            var criteria = Objects.requireNonNull(badges.badges().get(badge));
            earned.addAll(badgeEvaluator.of(badge, criteria));
        }
        for (var rule : fired) {
            if (rule.spec().badge() != null) {
                earned.addAll(badgeEvaluator.of(rule.spec().badge(), rule.versionId()));
            }
        }
        badgeEvaluator.markEarned(earned);
        return earned;
    }
}
