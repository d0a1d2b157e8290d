package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.ActivityListener;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.ActivityFacts;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.rule.RuleHistory;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
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
 * Processor of activities in the transaction that records or cancels them, while their customers
 * are locked: continues the snapshots of customers, or replays customers with late or cancelled
 * activities.
 */
@Component
class EarningProcessor implements ActivityListener {

    private final EarningStates earningStates;
    private final RuleHistories histories;
    private final EarningReplay earningReplay;
    private final RuleBudgets budgets;
    private final EffectWriter effectWriter;

    EarningProcessor(
            EarningStates earningStates,
            RuleHistories histories,
            EarningReplay earningReplay,
            RuleBudgets budgets,
            EffectWriter effectWriter) {
        this.earningStates = earningStates;
        this.histories = histories;
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
                                                .collect(
                                                        toMap(
                                                                Activity::customerId,
                                                                EarningProcessor::cancelledAt,
                                                                EarningProcessor::later))));
    }

    private static OffsetDateTime cancelledAt(Activity activity) {
        return Objects.requireNonNull(activity.cancelledAt());
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** Replays the histories of customers, who are locked, without a change of their activities. */
    void replay(String brandId, Collection<String> customerIds) {
        replay(brandId, customerIds, Map.of());
    }

    private void replay(String brandId, Map<String, OffsetDateTime> cancelledAt) {
        replay(brandId, cancelledAt.keySet(), cancelledAt);
    }

    private void replay(
            String brandId,
            Collection<String> customerIds,
            Map<String, OffsetDateTime> cancelledAt) {
        var contexts = earningStates.contexts(customerIds);
        var revision = contexts.isEmpty() ? 0 : contexts.getFirst().revision();
        if (revision > 0) {
            var history = histories.upTo(brandId, revision);
            var locked = budgets.lock(brandId, history.rulesWithBudgets());
            var effects = new PendingEffects(brandId, history, locked, cancelledAt);
            earningReplay.replay(contexts, Map.of(), effects);
            effectWriter.store(effects);
        }
    }

    private void process(String brandId, List<Activity> newActivities) {
        var byCustomer = newActivities.stream().collect(groupingBy(Activity::customerId));
        var contexts = earningStates.contexts(byCustomer.keySet());
        var revision = contexts.isEmpty() ? 0 : contexts.getFirst().revision();
        if (revision == 0) {
            return;
        }
        var history = histories.upTo(brandId, revision);
        var late = new ArrayList<CustomerContext>();
        var onTime = new ArrayList<CustomerContext>();
        var factsByCustomer = new HashMap<String, List<ActivityFacts>>();
        for (var context : contexts) {
            var own =
                    activityFacts(
                            Objects.requireNonNull(byCustomer.get(context.customerId())),
                            context,
                            revision);
            factsByCustomer.put(context.customerId(), own);
            if (context.canAppend(history, context.watermarks(), own)) {
                onTime.add(context);
            } else {
                late.add(context);
            }
        }
        // A replay evaluates earlier activities too, whose rules may have other budgets.
        var rules =
                late.isEmpty()
                        ? history.rulesWithBudgets(kinds(newActivities))
                        : history.rulesWithBudgets();
        var effects = new PendingEffects(brandId, history, budgets.lock(brandId, rules), Map.of());
        factsByCustomer.values().forEach(own -> own.forEach(effects::addNewActivity));
        append(onTime, factsByCustomer, effects);
        earningReplay.replay(late, byActivity(late, factsByCustomer), effects);
        effectWriter.store(effects);
    }

    private static Map<String, ActivityFacts> byActivity(
            List<CustomerContext> contexts, Map<String, List<ActivityFacts>> factsByCustomer) {
        return contexts.stream()
                .flatMap(
                        context ->
                                Objects.requireNonNull(factsByCustomer.get(context.customerId()))
                                        .stream())
                .collect(toMap(ActivityFacts::activityId, facts -> facts));
    }

    private static Set<String> kinds(List<Activity> activities) {
        return activities.stream().map(Activity::kind).collect(toSet());
    }

    private static List<ActivityFacts> activityFacts(
            List<Activity> activities, CustomerContext context, long revision) {
        var flags = context.flags();
        return activities.stream()
                .map(activity -> EarningStates.activityFacts(activity, revision, flags))
                .sorted(Comparator.comparing(ActivityFacts::position))
                .toList();
    }

    private void append(
            List<CustomerContext> contexts,
            Map<String, List<ActivityFacts>> factsByCustomer,
            PendingEffects effects) {
        if (contexts.isEmpty()) {
            return;
        }
        var dependencyGroups = effects.history().dependencyGroups();
        var ofContributions = ofContributions(effects.history(), contexts, factsByCustomer);
        for (var context : contexts) {
            var own =
                    Objects.requireNonNull(factsByCustomer.get(context.customerId())).stream()
                            .filter(it -> dependencyGroups.of(it.kind()) != null)
                            .toList();
            if (own.isEmpty()) {
                continue;
            }
            var state = context.state();
            ofContributions
                    .getOrDefault(context.customerId(), List.of())
                    .forEach(
                            snapshot ->
                                    state.load(
                                            Objects.requireNonNull(snapshot.contributionId()),
                                            snapshot.parsedNumbers()));
            var earningEngine =
                    new EarningEngine(
                            effects.history(), context.customer(), state, effects.budgets());
            own.forEach(facts -> effects.add(context.customerId(), earningEngine.apply(facts)));
            effects.add(context, context.watermarks(), own, state);
        }
    }

    private Map<String, List<EarningSnapshot>> ofContributions(
            RuleHistory history,
            List<CustomerContext> contexts,
            Map<String, List<ActivityFacts>> factsByCustomer) {
        if (!history.measuresContributions()) {
            return Map.of();
        }
        var keys = new HashSet<String>();
        for (var context : contexts) {
            Objects.requireNonNull(factsByCustomer.get(context.customerId())).stream()
                    .filter(facts -> facts.subjectId() != null)
                    .forEach(
                            facts ->
                                    keys.add(
                                            EarningSnapshot.key(
                                                    context.customerId(),
                                                    Objects.requireNonNull(facts.subjectId()))));
        }
        return earningStates.ofContributions(keys).stream()
                .collect(groupingBy(EarningSnapshot::customerId));
    }
}
