package dev.grapevine.graph.earning.tier;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.CustomerContext;
import dev.grapevine.graph.earning.EarningStates;
import dev.grapevine.graph.earning.RemainingBudgets;
import dev.grapevine.graph.earning.RuleBudgets;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.rule.RuleHistory;
import dev.grapevine.graph.kernel.Times;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where customers stand.
 *
 * <p>Standings as of now, from how far customers have come.
 */
@Component
public class CustomerTiers {

    private final EarningStates earningStates;
    private final RuleHistories ruleHistories;
    private final RuleBudgets budgets;
    private final Times times;

    CustomerTiers(
            EarningStates earningStates,
            RuleHistories histories,
            RuleBudgets budgets,
            Times times) {
        this.earningStates = earningStates;
        this.ruleHistories = histories;
        this.budgets = budgets;
        this.times = times;
    }

    /**
     * The standings of customers of one brand on its ladders, in the order of the ladders' keys, by
     * customer id. One round trip, and up to three more if the brand has changed its ladders and a
     * customer has done nothing since.
     */
    public Map<String, List<CustomerTier>> ofCustomers(Collection<String> customerIds) {
        var standings = new HashMap<String, List<CustomerTier>>();
        earningStates.contexts(customerIds).stream()
                .collect(groupingBy(CustomerContext::brandId))
                .forEach((brandId, contexts) -> status(brandId, contexts, standings));
        return standings;
    }

    private void status(
            String brandId,
            List<CustomerContext> contexts,
            Map<String, List<CustomerTier>> standings) {
        var ruleHistory = ruleHistories.upTo(brandId, contexts.getFirst().revision());
        if (ruleHistory.latest().tierSets().isEmpty()) {
            return;
        }
        var behind =
                contexts.stream()
                        .filter(context -> isBehind(context, ruleHistory))
                        .map(CustomerContext::customerId)
                        .toList();
        var histories =
                behind.isEmpty() ? Map.<String, List<Activity>>of() : earningStates.history(behind);
        // Of rules with a budget counts what they have given, and not what they would have.
        var given = budgets.used(ruleHistory.rulesWithBudgets(), behind);
        for (var traveller : contexts) {
            var history = histories.getOrDefault(traveller.customerId(), List.of());
            var state =
                    behind.contains(traveller.customerId())
                            ? replayed(ruleHistory, traveller, history, given)
                            : traveller.progress();
            standings.put(traveller.customerId(), CustomerTier.of(ruleHistory, state, times.now()));
        }
    }

    private static boolean isBehind(CustomerContext context, RuleHistory history) {
        return context.snapshot() == null
                || !history.signature().equals(context.snapshot().signature());
    }

    private static EarningState replayed(
            RuleHistory ruleHistory,
            CustomerContext context,
            List<Activity> history,
            RemainingBudgets budgets) {
        var state = EarningState.none();
        var earningEngine = new EarningEngine(ruleHistory, context.member(), state, budgets);
        history.forEach(activity -> earningEngine.apply(EarningStates.activityFacts(activity)));
        return state;
    }
}
