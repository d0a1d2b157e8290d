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
 * The fold: takes a customer's activities in the order of their places, each once, and says what
 * comes of each. Figures count the activity itself; tiers and badges are those from before it.
 * Rules and limits are those of the activity's edition; figures, tiers and badges look at all that
 * the customer has done, also before they were decided on.
 */
public final class EarningEngine {

    private final RuleHistory ruleHistory;
    private final CustomerRef customerRef;
    private final EarningState earningState;
    private final BudgetSource budgetSource;

    /**
     * @param earningState how far the customer has come; is changed
     */
    public EarningEngine(
            RuleHistory ruleHistory,
            CustomerRef customerRef,
            EarningState earningState,
            BudgetSource budgetSource) {
        this.ruleHistory = ruleHistory;
        this.customerRef = customerRef;
        this.earningState = earningState;
        this.budgetSource = budgetSource;
    }

    /** Takes the next activity; without findings. */
    public EvaluationResult apply(ActivityFacts activityFacts) {
        return apply(activityFacts, Optional.empty());
    }

    /** Takes the next activity, and says what became of each rule that listens to its kind. */
    public EvaluationResult applyWithTraces(ActivityFacts activityFacts) {
        return apply(activityFacts, Optional.of(new ArrayList<>()));
    }

    private EvaluationResult apply(
            ActivityFacts activityFacts, Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var configRevision = ruleHistory.revision(activityFacts.revision());
        var localTimes = new LocalTimes(activityFacts.at());
        var tierCalculators = tierCalculators(activityFacts.kind(), localTimes);
        var tiers = tiers(configRevision, tierCalculators);
        var conditionEvaluator =
                new ConditionEvaluator(
                        ruleHistory,
                        activityFacts,
                        localTimes,
                        customerRef,
                        earningState.own(),
                        tiers);
        for (var figure : ruleHistory.aggregatesOf(activityFacts.kind())) {
            AggregateUpdater.count(earningState.own(), figure, activityFacts, localTimes);
        }
        var fired = fired(configRevision, activityFacts, conditionEvaluator, ruleTraces);
        var capApplier =
                new CapApplier(activityFacts, localTimes, earningState.own(), budgetSource);
        var pointsCalculator =
                new PointsCalculator(
                        configRevision,
                        activityFacts,
                        conditionEvaluator,
                        capApplier,
                        fired,
                        factors(configRevision, tiers));
        var pointsEffects = pointsEffects(fired, pointsCalculator, ruleTraces);
        addTierPoints(localTimes, tierCalculators, pointsEffects);
        var badgeEvaluator =
                new BadgeEvaluator(activityFacts, localTimes, earningState, conditionEvaluator);
        return new EvaluationResult(
                activityFacts,
                pointsEffects,
                badgeEffects(badgeEvaluator, activityFacts, fired),
                badgeEvaluator.matches(),
                ruleTraces.orElse(List.of()));
    }

    /** By the ids of the ladders' versions. */
    private Map<String, TierCalculator> tierCalculators(String kind, LocalTimes localTimes) {
        var tierCalculators = new HashMap<String, TierCalculator>();
        for (var version : ruleHistory.tierSets()) {
            var tierCalculator = new TierCalculator(version, earningState.own());
            // Whoever does not concern it may come before those who do, or after.
            if (ruleHistory.dependencyGroups().affects(kind, version.tierSet().currency())) {
                tierCalculator.advanceTo(localTimes.day(version.tierSet().timeZone()));
            }
            tierCalculators.put(version.versionId(), tierCalculator);
        }
        return tierCalculators;
    }

    private static String benefits(TierSet.Tier tier) {
        return tier.benefits().isEmpty() ? "" : " (" + String.join(", ", tier.benefits()) + ")";
    }

    private static Map<String, TierSet.Tier> tiers(
            ConfigRevision configRevision, Map<String, TierCalculator> tierCalculators) {
        var tiers = new HashMap<String, TierSet.Tier>();
        configRevision
                .tierSets()
                .forEach(
                        (key, version) ->
                                tiers.put(
                                        key,
                                        Objects.requireNonNull(
                                                        tierCalculators.get(version.versionId()))
                                                .tier()));
        return tiers;
    }

    private static List<Rule> fired(
            ConfigRevision configRevision,
            ActivityFacts activityFacts,
            ConditionEvaluator conditionEvaluator,
            Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var fired = new ArrayList<Rule>();
        var taken = new HashSet<String>();
        for (var rule : configRevision.rulesFor(activityFacts.kind())) {
            var spec = rule.spec();
            var group = spec.exclusiveGroup();
            if (spec.isOpenAt(activityFacts.at())
                    && conditionEvaluator.holds(spec)
                    && (group == null || taken.add(group))) {
                fired.add(rule);
            } else if (ruleTraces.isPresent()) {
                var reasons = reasons(spec, activityFacts, conditionEvaluator);
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
            RuleSpec spec, ActivityFacts activityFacts, ConditionEvaluator conditionEvaluator) {
        if (!spec.isOpenAt(activityFacts.at())) {
            return List.of("It concerns another time");
        }
        if (spec.when() != null && !conditionEvaluator.holds(spec)) {
            return conditionEvaluator.failures(spec.when(), spec.timeZone());
        }
        return List.of("Another rule of the group " + spec.exclusiveGroup() + " came first");
    }

    private static List<EvaluationResult.PointsEffect> pointsEffects(
            List<Rule> fired,
            PointsCalculator pointsCalculator,
            Optional<List<EvaluationResult.RuleTrace>> ruleTraces) {
        var pointsEffects = new ArrayList<EvaluationResult.PointsEffect>();
        for (var rule : fired) {
            var effect = rule.spec().points();
            var calculation =
                    effect == null
                            ? new PointsCalculator.Calculation(0, List.of())
                            : pointsCalculator.of(rule, effect);
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
                pointsEffects.add(
                        new EvaluationResult.PointsEffect(
                                rule.versionId(),
                                rule.key(),
                                rule.name(),
                                effect.currency(),
                                calculation.amount(),
                                calculation.calculation()));
            }
        }
        return pointsEffects;
    }

    private static Map<String, List<PointsCalculator.Factor>> factors(
            ConfigRevision configRevision, Map<String, TierSet.Tier> tiers) {
        var factors = new HashMap<String, List<PointsCalculator.Factor>>();
        tiers.forEach(
                (key, tier) -> {
                    var tierSet =
                            Objects.requireNonNull(configRevision.tierSets().get(key)).tierSet();
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
            Map<String, TierCalculator> tierCalculators,
            List<EvaluationResult.PointsEffect> pointsEffects) {
        for (var version : ruleHistory.tierSets()) {
            var tierSet = version.tierSet();
            var sum = 0L;
            for (var pointsEffect : pointsEffects) {
                sum +=
                        pointsEffect.currency().equals(tierSet.currency())
                                ? pointsEffect.amount()
                                : 0;
            }
            if (sum != 0) {
                Objects.requireNonNull(tierCalculators.get(version.versionId()))
                        .add(localTimes.day(tierSet.timeZone()), sum);
            }
        }
    }

    private List<EvaluationResult.BadgeEffect> badgeEffects(
            BadgeEvaluator badgeEvaluator, ActivityFacts activityFacts, List<Rule> fired) {
        var badges = ruleHistory.latest();
        var earned = new ArrayList<EvaluationResult.BadgeEffect>();
        for (var badge : badges.badgesFor(activityFacts.kind())) {
            var badgeCriteria = Objects.requireNonNull(badges.badges().get(badge));
            earned.addAll(badgeEvaluator.of(badge, badgeCriteria));
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
