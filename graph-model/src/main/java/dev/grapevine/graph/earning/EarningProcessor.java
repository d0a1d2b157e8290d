package dev.grapevine.graph.earning;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.ActivityListener;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.rule.RuleHistory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;


import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reckons activities in the transaction that records or withdraws them, while their customers are
 * locked.
 */
@Component
class EarningProcessor implements ActivityListener {

    private final EarningStates earningStates;
    private final RuleHistories ruleHistories;
    private final EarningReplay earningReplay;
    private final RuleBudgets budgets;
    private final EffectWriter effectWriter;

    EarningProcessor(
            EarningStates earningStates,
            RuleHistories ruleHistories,
            EarningReplay earningReplay,
            RuleBudgets budgets,
            EffectWriter effectWriter) {
        this.earningStates = earningStates;
        this.ruleHistories = ruleHistories;
        this.budgets = budgets;
        this.earningReplay = earningReplay;
        this.effectWriter = effectWriter;
    }

    @Override
    public void recorded(List<Activity> activities) {
        activities.stream()
                .collect(groupingBy(Activity::brandId, TreeMap::new, toList()))
                .forEach(this::process);
    }

    @Override
    public void cancelled(List<Activity> activities) {
        activities.stream()
                .collect(groupingBy(Activity::brandId, TreeMap::new, toList()))
                .forEach(
                        (brandId, ofBrand) ->
                                replay(
                                        brandId,
                                        ofBrand.stream()
                                                .map(Activity::customerId)
                                                .distinct()
                                                .toList()));
    }

    /** Goes over the courses of customers anew, who are locked. */
    void replay(String brandId, Collection<String> customerIds) {
        var customerContexts = earningStates.contexts(customerIds);
        var revision = customerContexts.isEmpty() ? 0 : customerContexts.getFirst().revision();
        if (revision > 0) {
            var ruleHistory = ruleHistories.upTo(brandId, revision);
            var locked = budgets.lock(brandId, ruleHistory.rulesWithBudgets());
            var pendingEffects = new PendingEffects(brandId, ruleHistory, locked);
            earningReplay.replay(customerContexts, Map.of(), pendingEffects);
            effectWriter.store(pendingEffects);
        }
    }

    private void process(String brandId, List<Activity> news) {
        var byCustomer = news.stream().collect(groupingBy(Activity::customerId));
        var customerContexts = earningStates.contexts(byCustomer.keySet());
        var revision = customerContexts.isEmpty() ? 0 : customerContexts.getFirst().revision();
        if (revision == 0) {
            return;
        }
        var ruleHistory = ruleHistories.upTo(brandId, revision);
        var late = new ArrayList<CustomerContext>();
        var onTime = new ArrayList<CustomerContext>();
        var activityFactses = new HashMap<String, List<ActivityFacts>>();
        for (var customerContext : customerContexts) {
            var own =
                    activityFacts(
                            Objects.requireNonNull(byCustomer.get(customerContext.customerId())),
                            customerContext,
                            revision);
            activityFactses.put(customerContext.customerId(), own);
            if (customerContext.canAppend(ruleHistory, customerContext.watermarks(), own)) {
                onTime.add(customerContext);
            } else {
                late.add(customerContext);
            }
        }
        // Whose courses are gone over from the beginning may ask for any budget that ever was.
        var rules =
                late.isEmpty()
                        ? ruleHistory.rulesWithBudgets(kinds(news))
                        : ruleHistory.rulesWithBudgets();
        var pendingEffects = new PendingEffects(brandId, ruleHistory, budgets.lock(brandId, rules));
        activityFactses.values().forEach(own -> own.forEach(pendingEffects::mark));
        append(onTime, activityFactses, pendingEffects);
        earningReplay.replay(late, byActivity(late, activityFactses), pendingEffects);
        effectWriter.store(pendingEffects);
    }

    private static Map<String, ActivityFacts> byActivity(
            List<CustomerContext> customerContexts,
            Map<String, List<ActivityFacts>> activityFactses) {
        return customerContexts.stream()
                .flatMap(
                        customerContext ->
                                Objects.requireNonNull(
                                        activityFactses.get(customerContext.customerId()))
                                        .stream())
                .collect(toMap(ActivityFacts::activityId, activityFacts -> activityFacts));
    }

    private static Set<String> kinds(List<Activity> activities) {
        return activities.stream().map(Activity::kind).collect(toSet());
    }

    private static List<ActivityFacts> activityFacts(
            List<Activity> activities, CustomerContext customerContext, long revision) {
        var customerFlags = customerContext.flags();
        return activities.stream()
                .map(activity -> EarningStates.activityFacts(activity, revision, customerFlags))
                .sorted(Comparator.comparing(ActivityFacts::position))
                .toList();
    }

    private void append(
            List<CustomerContext> customerContexts,
            Map<String, List<ActivityFacts>> activityFactses,
            PendingEffects pendingEffects) {
        if (customerContexts.isEmpty()) {
            return;
        }
        var dependencyGroups = pendingEffects.rulebook().dependencyGroups();
        var ofContributions =
                ofContributions(pendingEffects.rulebook(), customerContexts, activityFactses);
        for (var customerContext : customerContexts) {
            var own =
                    Objects.requireNonNull(activityFactses.get(customerContext.customerId()))
                            .stream()
                            .filter(it -> dependencyGroups.of(it.kind()) != null)
                            .toList();
            if (own.isEmpty()) {
                continue;
            }
            var earningState = customerContext.progress();
            ofContributions
                    .getOrDefault(customerContext.customerId(), List.of())
                    .forEach(
                            kept ->
                                    earningState.load(
                                            Objects.requireNonNull(kept.contributionId()),
                                            kept.read()));
            var earningEngine =
                    new EarningEngine(
                            pendingEffects.rulebook(),
                            customerContext.member(),
                            earningState,
                            pendingEffects.budgets());
            own.forEach(
                    activityFacts ->
                            pendingEffects.add(
                                    customerContext.customerId(),
                                    earningEngine.apply(activityFacts)));
            pendingEffects.add(customerContext, customerContext.watermarks(), own, earningState);
        }
    }

    private Map<String, List<EarningSnapshot>> ofContributions(
            RuleHistory ruleHistory,
            List<CustomerContext> customerContexts,
            Map<String, List<ActivityFacts>> activityFactses) {
        if (!ruleHistory.measuresContributions()) {
            return Map.of();
        }
        var keys = new HashSet<String>();
        for (var customerContext : customerContexts) {
            Objects.requireNonNull(activityFactses.get(customerContext.customerId())).stream()
                    .filter(activityFacts -> activityFacts.subjectId() != null)
                    .forEach(
                            happening ->
                                    keys.add(
                                            EarningSnapshot.key(
                                                    customerContext.customerId(),
                                                    Objects.requireNonNull(
                                                            happening.subjectId()))));
        }
        return earningStates.ofContributions(keys).stream()
                .collect(groupingBy(EarningSnapshot::customerId));
    }
}
