package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.BudgetSource;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Evidence of badge awards: the activities that earned them, found by a replay of the histories of
 * their customers.
 */
@Component
public class BadgeEvidence {

    /** Maximum number of activities per award. */
    public static final int MAX = 100;

    private final EarningStates earningStates;
    private final RuleHistories ruleHistories;

    BadgeEvidence(EarningStates earningStates, RuleHistories histories) {
        this.earningStates = earningStates;
        this.ruleHistories = histories;
    }

    /**
     * Finds the activities that earned each award, the latest {@value #MAX}, latest first: those
     * that the badge counted in the same period or for the same contribution, up to the activity
     * that earned the award; for an award by a rule, only that activity. Cost: two round trips for
     * all awards, and a replay of the history of each customer in memory.
     *
     * @param awards awards by any key
     * @return activities by the key of the award
     */
    public Map<String, List<Activity>> of(Map<String, EarnedBy> awards) {
        var evidence = new HashMap<String, List<Activity>>();
        var byCustomer =
                awards.entrySet().stream()
                        .collect(groupingBy(award -> award.getValue().customerId()));
        if (awards.isEmpty()) {
            return evidence;
        }
        var histories = earningStates.history(byCustomer.keySet());
        for (var context : earningStates.contexts(byCustomer.keySet())) {
            var history = histories.getOrDefault(context.customerId(), List.of());
            var results = results(context, history);
            for (var award : Objects.requireNonNull(byCustomer.get(context.customerId()))) {
                evidence.put(award.getKey(), evidence(award.getValue(), history, results));
            }
        }
        return evidence;
    }

    private List<EvaluationResult> results(CustomerContext context, List<Activity> history) {
        var ruleHistory = ruleHistories.upTo(context.brandId(), context.revision());
        var earningEngine =
                new EarningEngine(
                        ruleHistory,
                        context.customer(),
                        EarningState.none(),
                        BudgetSource.UNLIMITED);
        return history.stream()
                .map(activity -> earningEngine.apply(EarningStates.activityFacts(activity)))
                .toList();
    }

    private static List<Activity> evidence(
            EarnedBy award, List<Activity> history, List<EvaluationResult> results) {
        var found = new ArrayList<Activity>();
        EvaluationResult.BadgeMatch match = null;
        for (var i = history.size() - 1; i >= 0 && found.size() < MAX; i--) {
            var isEarning = history.get(i).id().equals(award.activityId());
            var badgeMatches = results.get(i).badgeMatches();
            if (isEarning) {
                match =
                        badgeMatches.stream()
                                .filter(it -> it.badgeKey().equals(award.badgeKey()))
                                .findFirst()
                                .orElse(null);
            }
            if (isEarning || (match != null && badgeMatches.contains(match))) {
                found.add(history.get(i));
            }
        }
        return found;
    }

    /**
     * Award whose evidence is requested.
     *
     * @param activityId id of the activity that earned the award
     */
    public record EarnedBy(String customerId, String badgeKey, String activityId) {}
}
