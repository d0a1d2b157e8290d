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
 * Goes over courses from the beginning and books the difference to what was booked before, activity
 * by activity and rule by rule. Costs one round trip for the histories and one for what was booked,
 * for however many customers.
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
     * @param news activities of this transaction by their ids, which are not marked yet
     * @param effects with the budgets of all rules
     */
    void replay(
            List<CustomerContext> contexts,
            Map<String, ActivityFacts> news,
            PendingEffects effects) {
        if (contexts.isEmpty()) {
            return;
        }
        var customerIds = contexts.stream().map(CustomerContext::customerId).toList();
        var histories = earningStates.history(customerIds);
        // Nobody has earned anything of whom no course is stored.
        var known =
                contexts.stream()
                        .filter(context -> context.snapshot() != null)
                        .map(CustomerContext::customerId)
                        .toList();
        var posted = known.isEmpty() ? List.<PostedEffect>of() : ledger.ofCustomers(known);
        var budgets = effects.budgets().granted(posted);
        var earnedBefore = posted.stream().collect(groupingBy(PostedEffect::customerId));
        for (var context : contexts) {
            var id = context.customerId();
            var state = EarningState.none();
            var engine = new EarningEngine(effects.rulebook(), context.member(), state, budgets);
            var before = before(earnedBefore.getOrDefault(id, List.of()));
            var taken = new ArrayList<ActivityFacts>();
            for (var activity : histories.getOrDefault(id, List.of())) {
                var next =
                        news.containsKey(activity.id())
                                ? Objects.requireNonNull(news.get(activity.id()))
                                : EarningStates.activityFacts(activity);
                taken.add(next);
                correct(id, engine.apply(next), before, effects);
            }
            before.values().forEach(rest -> reverse(rest, effects));
            if (context.snapshot() != null) {
                effects.isReplay(id);
            }
            effects.add(context, Map.of(), taken, state);
        }
        budgets.releaseRest();
    }

    private static Map<String, PostedEffect> before(List<PostedEffect> posted) {
        var before = new HashMap<String, PostedEffect>();
        posted.forEach(it -> before.put(it.activityId() + "|" + it.ruleVersionId(), it));
        return before;
    }

    private static void correct(
            String customerId,
            EvaluationResult result,
            Map<String, PostedEffect> before,
            PendingEffects effects) {
        effects.addBadge(customerId, result);
        for (var effect : result.pointsEffects()) {
            var had = before.remove(result.activity().activityId() + "|" + effect.ruleVersionId());
            var difference = had == null ? effect.amount() : difference(effect.amount(), had);
            if (difference != 0) {
                var booked = had == null ? 0 : had.amount();
                effects.correct(customerId, result, effect, difference, booked);
            }
        }
    }

    /** What was taken back by a reversal is not taken a second time. */
    private static long difference(long wanted, PostedEffect had) {
        var difference = wanted - had.amount();
        return difference >= 0 || had.reversed() == 0
                ? difference
                : Math.max(difference, Math.min(0, had.reversed() - had.amount()));
    }

    private static void reverse(PostedEffect had, PendingEffects effects) {
        var difference = difference(0, had);
        if (difference != 0) {
            var rule = Objects.requireNonNull(effects.rulebook().rule(had.ruleVersionId()));
            effects.reverse(
                    new RuleEffect(
                            had.customerId(),
                            had.currency(),
                            difference,
                            rule.name(),
                            had.activityId(),
                            had.occurredAt(),
                            had.ruleVersionId(),
                            List.of(
                                    rule.words(),
                                    "Corrected from "
                                            + had.amount()
                                            + " to 0: the activity or another was withdrawn or"
                                            + " came late"),
                            true));
        }
    }
}
