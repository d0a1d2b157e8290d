package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.ActivityFacts.Position;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.ledger.RuleEffect;

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
    private final RuleHistory history;
    private final RemainingBudgets budgets;
    private final List<EarningSnapshot> snapshots = new ArrayList<>();
    private final List<EarningStates.Watermark> watermarks = new ArrayList<>();
    private final List<RuleEffect> effects = new ArrayList<>();
    private final List<EarnedBadge> badges = new ArrayList<>();
    private final Set<String> replayed = new HashSet<>();

    /**
     * @param budgets locked ones of all rules that may ask for theirs
     */
    PendingEffects(String brandId, RuleHistory history, RemainingBudgets budgets) {
        this.brandId = brandId;
        this.history = history;
        this.budgets = budgets;
    }

    String brandId() {
        return brandId;
    }

    RuleHistory rulebook() {
        return history;
    }

    void mark(ActivityFacts facts) {
        watermarks.add(
                new EarningStates.Watermark(
                        facts.activityId(),
                        facts.revision(),
                        facts.flags().stream().sorted().toList()));
    }

    /** Notes what came of an activity that nothing had come of before. */
    void add(String customerId, EvaluationResult result) {
        result.pointsEffects()
                .forEach(
                        effect ->
                                effects.add(
                                        earning(
                                                customerId,
                                                result,
                                                effect,
                                                effect.amount(),
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

    /** Notes what a rule gives for an activity besides what it gave before. */
    void correct(
            String customerId,
            EvaluationResult result,
            EvaluationResult.PointsEffect effect,
            long difference,
            long before) {
        effects.add(
                earning(
                        customerId,
                        result,
                        effect,
                        difference,
                        before == 0
                                ? null
                                : "Corrected from "
                                        + before
                                        + " to "
                                        + effect.amount()
                                        + ": other activities came late or were withdrawn"));
    }

    /** Notes that something is not given any more. */
    void reverse(RuleEffect effect) {
        effects.add(effect);
    }

    private RuleEffect earning(
            String customerId,
            EvaluationResult result,
            EvaluationResult.PointsEffect effect,
            long amount,
            @Nullable String correction) {
        var rule = Objects.requireNonNull(history.rule(effect.ruleVersionId()));
        var working =
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
                result.activity().at(),
                effect.ruleVersionId(),
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
            CustomerContext context,
            Map<String, Position> before,
            List<ActivityFacts> taken,
            EarningState state) {
        var customerId = context.customerId();
        var lasts = new HashMap<>(before);
        for (var facts : taken) {
            var strand = history.dependencyGroups().of(facts.kind());
            if (strand != null) {
                lasts.put(strand, facts.position());
            }
        }
        snapshots.add(EarningSnapshot.of(brandId, customerId, history.signature(), lasts, state));
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
        return effects;
    }

    List<EarnedBadge> badges() {
        return badges;
    }

    Set<String> replayed() {
        return replayed;
    }
}
