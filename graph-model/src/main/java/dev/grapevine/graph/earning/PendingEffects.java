package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.ActivityFacts.Position;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.ledger.RuleEffect;
import dev.grapevine.graph.ledger.RuleEffects.PostedEffect;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Effects of the evaluation of one transaction, collected to be stored together. */
final class PendingEffects {

    private final String brandId;
    private final RuleHistory history;
    private final RemainingBudgets budgets;
    private final List<EarningSnapshot> snapshots = new ArrayList<>();
    private final List<EarningStates.EvaluatedActivity> evaluatedActivities = new ArrayList<>();
    private final List<RuleEffect> effects = new ArrayList<>();
    private final List<EarnedBadge> badges = new ArrayList<>();
    private final Set<String> replayed = new HashSet<>();

    private final Map<String, OffsetDateTime> cancelledAt;

    /**
     * @param budgets locked budgets of all rules that the evaluation may use
     * @param cancelledAt time of the cancellation for which the effects of a customer are
     *     corrected, by customer id; empty if activities are recorded
     */
    PendingEffects(
            String brandId,
            RuleHistory history,
            RemainingBudgets budgets,
            Map<String, OffsetDateTime> cancelledAt) {
        this.brandId = brandId;
        this.history = history;
        this.budgets = budgets;
        this.cancelledAt = cancelledAt;
    }

    /**
     * Returns the time at which an effect takes effect. What a late activity changes is changed as
     * of the changed activity, as if all had been recorded in time; what a cancellation takes had
     * been there until then. Nothing takes effect before its activity.
     *
     * @param since time of the activity with the effect, or since when it has had the points that
     *     are taken back
     */
    OffsetDateTime effectiveAt(String customerId, OffsetDateTime since) {
        var cancellation = cancelledAt.getOrDefault(customerId, since);
        return cancellation.isAfter(since) ? cancellation : since;
    }

    String brandId() {
        return brandId;
    }

    RuleHistory history() {
        return history;
    }

    /** Adds the revision and flags of a new activity. */
    void addNewActivity(ActivityFacts facts) {
        evaluatedActivities.add(
                new EarningStates.EvaluatedActivity(
                        facts.activityId(),
                        facts.revision(),
                        facts.flags().stream().sorted().toList()));
    }

    /** Adds the effects of an activity that had no effect before. */
    void add(String customerId, EvaluationResult result) {
        result.pointsEffects()
                .forEach(
                        effect ->
                                effects.add(
                                        ruleEffect(
                                                customerId,
                                                result,
                                                effect,
                                                effect.amount(),
                                                result.activity().at(),
                                                null)));
        addBadge(customerId, result);
    }

    void addBadge(String customerId, EvaluationResult result) {
        result.badgeEffects()
                .forEach(
                        effect ->
                                badges.add(
                                        new EarnedBadge(
                                                customerId,
                                                effect.badgeKey(),
                                                effect.level(),
                                                effect.periodKey(),
                                                effect.measure(),
                                                result.activity().activityId(),
                                                effect.ruleVersionId(),
                                                result.activity().at())));
    }

    /**
     * Adds the correction of the points of an activity and rule.
     *
     * @param difference points to post, not 0
     * @param posted points posted before; null for none
     */
    void correct(
            String customerId,
            EvaluationResult result,
            EvaluationResult.PointsEffect effect,
            long difference,
            @Nullable PostedEffect posted) {
        var takesBack = posted != null && Long.signum(difference) == -Long.signum(posted.amount());
        var since = posted != null && takesBack ? posted.effectiveAt() : result.activity().at();
        effects.add(
                ruleEffect(
                        customerId,
                        result,
                        effect,
                        difference,
                        since,
                        posted == null || posted.amount() == 0
                                ? null
                                : "Corrected from "
                                        + posted.amount()
                                        + " to "
                                        + effect.amount()
                                        + ": other activities came late or were cancelled"));
    }

    /** Adds the reversal of points that are no longer given. */
    void reverse(RuleEffect effect) {
        effects.add(effect);
    }

    private RuleEffect ruleEffect(
            String customerId,
            EvaluationResult result,
            EvaluationResult.PointsEffect effect,
            long amount,
            OffsetDateTime since,
            @Nullable String correction) {
        var rule = Objects.requireNonNull(history.rule(effect.ruleVersionId()));
        var calculation =
                Stream.of(
                                Stream.of(rule.words()),
                                effect.calculation().stream(),
                                Stream.ofNullable(correction))
                        .flatMap(sentences -> sentences)
                        .toList();
        return new RuleEffect(
                customerId,
                effect.currency(),
                amount,
                effect.ruleName(),
                result.activity().activityId(),
                effectiveAt(customerId, since),
                effect.ruleVersionId(),
                calculation,
                correction != null);
    }

    /**
     * Adds the snapshot of a customer.
     *
     * @param before watermarks before the evaluation
     * @param applied evaluated activities, in order
     */
    void add(
            CustomerContext context,
            Map<String, Position> before,
            List<ActivityFacts> applied,
            EarningState state) {
        var customerId = context.customerId();
        var lastPositions = new HashMap<>(before);
        for (var facts : applied) {
            var group = history.dependencyGroups().of(facts.kind());
            if (group != null) {
                lastPositions.put(group, facts.position());
            }
        }
        snapshots.add(
                EarningSnapshot.of(brandId, customerId, history.signature(), lastPositions, state));
        state.numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                snapshots.add(
                                        EarningSnapshot.ofContribution(
                                                brandId, customerId, id, numbers)));
    }

    RemainingBudgets budgets() {
        return budgets;
    }

    /** Marks a customer as replayed. */
    void markReplayed(String customerId) {
        replayed.add(customerId);
    }

    List<EarningSnapshot> snapshots() {
        return snapshots;
    }

    List<EarningStates.EvaluatedActivity> evaluatedActivities() {
        return evaluatedActivities;
    }

    List<RuleEffect> ruleEffects() {
        return effects;
    }

    List<EarnedBadge> badges() {
        return badges;
    }

    Set<String> replayed() {
        return replayed;
    }
}
