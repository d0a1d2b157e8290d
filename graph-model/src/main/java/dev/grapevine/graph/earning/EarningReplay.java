package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;
import dev.grapevine.graph.ledger.RuleEffect;
import dev.grapevine.graph.ledger.RuleEffects;
import dev.grapevine.graph.ledger.RuleEffects.PostedEffect;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Replay of customers: evaluates their whole histories and posts the difference to the points
 * posted before, by activity and rule. Cost: one round trip for the histories and one for the
 * posted points, for any number of customers.
 */
@Component
class EarningReplay {

    private final EarningStates earningStates;
    private final RuleEffects ledger;

    EarningReplay(EarningStates earningStates, RuleEffects ledger) {
        this.earningStates = earningStates;
        this.ledger = ledger;
    }

    /**
     * Replays customers and adds the corrections to {@code effects}.
     *
     * @param newActivities activities of this transaction by id, whose flags and revision are not
     *     stored yet
     * @param effects effects with the budgets of all rules
     */
    void replay(
            List<CustomerContext> contexts,
            Map<String, ActivityFacts> newActivities,
            PendingEffects effects) {
        if (contexts.isEmpty()) {
            return;
        }
        var customerIds = contexts.stream().map(CustomerContext::customerId).toList();
        var histories = earningStates.history(customerIds);
        // Customers without a snapshot have earned nothing yet.
        var withSnapshot =
                contexts.stream()
                        .filter(context -> context.snapshot() != null)
                        .map(CustomerContext::customerId)
                        .toList();
        var posted =
                withSnapshot.isEmpty() ? List.<PostedEffect>of() : ledger.ofCustomers(withSnapshot);
        var budgets = effects.budgets().granted(posted);
        var postedByCustomer = posted.stream().collect(groupingBy(PostedEffect::customerId));
        for (var context : contexts) {
            var id = context.customerId();
            var state = EarningState.none();
            var engine = new EarningEngine(effects.history(), context.customer(), state, budgets);
            var remaining = byActivityAndRule(postedByCustomer.getOrDefault(id, List.of()));
            var applied = new ArrayList<ActivityFacts>();
            for (var activity : histories.getOrDefault(id, List.of())) {
                var newFacts = newActivities.get(activity.id());
                var facts = newFacts == null ? EarningStates.activityFacts(activity) : newFacts;
                applied.add(facts);
                correct(id, engine.apply(facts), remaining, effects);
            }
            remaining.values().forEach(rest -> reverse(rest, effects));
            if (context.snapshot() != null) {
                effects.markReplayed(id);
            }
            effects.add(context, Map.of(), applied, state);
        }
        budgets.releaseRest();
    }

    private static Map<String, PostedEffect> byActivityAndRule(List<PostedEffect> posted) {
        var byKey = new HashMap<String, PostedEffect>();
        posted.forEach(it -> byKey.put(it.activityId() + "|" + it.ruleVersionId(), it));
        return byKey;
    }

    private static void correct(
            String customerId,
            EvaluationResult result,
            Map<String, PostedEffect> remaining,
            PendingEffects effects) {
        effects.addBadge(customerId, result);
        for (var effect : result.pointsEffects()) {
            var posted =
                    remaining.remove(result.activity().activityId() + "|" + effect.ruleVersionId());
            var difference = posted == null ? effect.amount() : difference(effect.amount(), posted);
            if (difference != 0) {
                effects.correct(customerId, result, effect, difference, posted);
            }
        }
    }

    /**
     * Returns the difference to the posted points. Points that a reversal has taken are not taken a
     * second time.
     */
    private static long difference(long amount, PostedEffect posted) {
        var difference = amount - posted.amount();
        return difference >= 0 || posted.reversed() == 0
                ? difference
                : Math.max(difference, Math.min(0, posted.reversed() - posted.amount()));
    }

    private static void reverse(PostedEffect posted, PendingEffects effects) {
        var difference = difference(0, posted);
        if (difference != 0) {
            var rule = Objects.requireNonNull(effects.history().rule(posted.ruleVersionId()));
            effects.reverse(
                    new RuleEffect(
                            posted.customerId(),
                            posted.currency(),
                            difference,
                            rule.name(),
                            posted.activityId(),
                            effects.effectiveAt(posted.customerId(), posted.effectiveAt()),
                            posted.ruleVersionId(),
                            List.of(
                                    rule.words(),
                                    "Corrected from "
                                            + posted.amount()
                                            + " to 0: the activity or another was cancelled or"
                                            + " came late"),
                            true));
        }
    }
}
