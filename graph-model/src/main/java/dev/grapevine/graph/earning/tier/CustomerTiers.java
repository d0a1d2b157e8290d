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

/** Service for the current tiers of customers, calculated from their snapshots. */
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
     * Returns the tiers of customers of one brand by customer id, in the order of the keys of the
     * tier sets; no entry if the brand has no active tier set. Cost: one round trip, and up to
     * three more if the snapshot of a customer is missing or outdated.
     */
    public Map<String, List<CustomerTier>> ofCustomers(Collection<String> customerIds) {
        var tiersByCustomer = new HashMap<String, List<CustomerTier>>();
        earningStates.contexts(customerIds).stream()
                .collect(groupingBy(CustomerContext::brandId))
                .forEach((brandId, contexts) -> addTiers(brandId, contexts, tiersByCustomer));
        return tiersByCustomer;
    }

    private void addTiers(
            String brandId,
            List<CustomerContext> contexts,
            Map<String, List<CustomerTier>> tiersByCustomer) {
        var ruleHistory = ruleHistories.upTo(brandId, contexts.getFirst().revision());
        if (ruleHistory.latest().tierSets().isEmpty()) {
            return;
        }
        var outdated =
                contexts.stream()
                        .filter(context -> isOutdated(context, ruleHistory))
                        .map(CustomerContext::customerId)
                        .toList();
        var histories =
                outdated.isEmpty()
                        ? Map.<String, List<Activity>>of()
                        : earningStates.history(outdated);
        // Rules with a budget count with the points that they gave, which the budget may have cut.
        var budgetsUsed = budgets.used(ruleHistory.rulesWithBudgets(), outdated);
        for (var context : contexts) {
            var history = histories.getOrDefault(context.customerId(), List.of());
            var state =
                    outdated.contains(context.customerId())
                            ? replayed(ruleHistory, context, history, budgetsUsed)
                            : context.state();
            tiersByCustomer.put(
                    context.customerId(), CustomerTier.of(ruleHistory, state, times.now()));
        }
    }

    private static boolean isOutdated(CustomerContext context, RuleHistory history) {
        return context.snapshot() == null
                || !history.signature().equals(context.snapshot().signature());
    }

    private static EarningState replayed(
            RuleHistory ruleHistory,
            CustomerContext context,
            List<Activity> history,
            RemainingBudgets budgets) {
        var state = EarningState.none();
        var earningEngine = new EarningEngine(ruleHistory, context.customer(), state, budgets);
        history.forEach(activity -> earningEngine.apply(EarningStates.activityFacts(activity)));
        return state;
    }
}
