package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.ledger.RuleEffect;

import dev.grapevine.graph.earning.engine.ActivityFacts.Position;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What one transaction has reckoned, to be stored. */
final class PendingEffects {

    private final String brandId;
    private final RuleHistory ruleHistory;
    private final RemainingBudgets budgets;
    private final List<EarningSnapshot> snapshots = new ArrayList<>();
    private final List<EarningStates.Watermark> watermarks = new ArrayList<>();
    private final List<RuleEffect> ruleEffects = new ArrayList<>();
    private final List<EarnedBadge> badges = new ArrayList<>();
    private final Set<String> replayed = new HashSet<>();

    /**
     * @param budgets locked ones of all rules that may ask for theirs
     */
    PendingEffects(String brandId, RuleHistory ruleHistory, RemainingBudgets budgets) {
        this.brandId = brandId;
        this.ruleHistory = ruleHistory;
        this.budgets = budgets;
    }

    String brandId() {
        return brandId;
    }

    RuleHistory rulebook() {
        return ruleHistory;
    }

    void mark(ActivityFacts activityFacts) {
        watermarks.add(
                new EarningStates.Watermark(
                        activityFacts.activityId(),
                        activityFacts.revision(),
                        activityFacts.flags().stream().sorted().toList()));
    }

    /** Notes what came of an activity that nothing had come of before. */
    void add(String customerId, EvaluationResult evaluationResult) {
        evaluationResult
                .pointsEffects()
                .forEach(
                        pointsEffect ->
                                ruleEffects.add(
                                        earning(
                                                customerId,
                                                evaluationResult,
                                                pointsEffect,
                                                pointsEffect.amount(),
                                                null)));
        addBadge(customerId, evaluationResult);
    }

    void addBadge(String customerId, EvaluationResult evaluationResult) {
        evaluationResult
                .badgeEffects()
                .forEach(
                        badgeEffect ->
                                badges.add(
                                        new EarnedBadge(
                                                customerId,
                                                badgeEffect.badgeKey(),
                                                badgeEffect.level(),
                                                badgeEffect.periodKey(),
                                                badgeEffect.measure(),
                                                evaluationResult.activity().activityId(),
                                                badgeEffect.ruleVersionId(),
                                                evaluationResult.activity().at())));
    }

    /** Notes what a rule gives for an activity besides what it gave before. */
    void correct(
            String customerId,
            EvaluationResult evaluationResult,
            EvaluationResult.PointsEffect pointsEffect,
            long difference,
            long before) {
        ruleEffects.add(
                earning(
                        customerId,
                        evaluationResult,
                        pointsEffect,
                        difference,
                        before == 0
                                ? null
                                : "Corrected from "
                                        + before
                                        + " to "
                                        + pointsEffect.amount()
                                        + ": other activities came late or were withdrawn"));
    }

    /** Notes that something is not given any more. */
    void reverse(RuleEffect ruleEffect) {
        ruleEffects.add(ruleEffect);
    }

    private RuleEffect earning(
            String customerId,
            EvaluationResult evaluationResult,
            EvaluationResult.PointsEffect pointsEffect,
            long amount,
            @Nullable String correction) {
        var rule = Objects.requireNonNull(ruleHistory.rule(pointsEffect.ruleVersionId()));
        var working =
                Stream.of(
                                Stream.of(rule.words()),
                                pointsEffect.calculation().stream(),
                                Stream.ofNullable(correction))
                        .flatMap(sentences -> sentences)
                        .toList();
        return new RuleEffect(
                customerId,
                pointsEffect.currency(),
                amount,
                pointsEffect.ruleName(),
                evaluationResult.activity().activityId(),
                evaluationResult.activity().at(),
                pointsEffect.ruleVersionId(),
                working,
                correction != null);
    }

    /**
     * Notes how far a customer has come.
     *
     * @param before the places of the latest activities before, by strand
     * @param taken what was taken since, in order
     */
    void add(
            CustomerContext customerContext,
            Map<String, Position> before,
            List<ActivityFacts> taken,
            EarningState earningState) {
        var customerId = customerContext.customerId();
        var lasts = new HashMap<>(before);
        for (var activityFacts : taken) {
            var strand = ruleHistory.dependencyGroups().of(activityFacts.kind());
            if (strand != null) {
                lasts.put(strand, activityFacts.position());
            }
        }
        snapshots.add(
                EarningSnapshot.of(
                        brandId, customerId, ruleHistory.signature(), lasts, earningState));
        earningState
                .numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                snapshots.add(
                                        EarningSnapshot.ofContribution(
                                                brandId, customerId, id, numbers)));
    }

    RemainingBudgets budgets() {
        return budgets;
    }

    void isReplay(String customerId) {
        replayed.add(customerId);
    }

    List<EarningSnapshot> snapshots() {
        return snapshots;
    }

    List<EarningStates.Watermark> watermarks() {
        return watermarks;
    }

    List<RuleEffect> ruleEffects() {
        return ruleEffects;
    }

    List<EarnedBadge> badges() {
        return badges;
    }

    Set<String> replayed() {
        return replayed;
    }
}
