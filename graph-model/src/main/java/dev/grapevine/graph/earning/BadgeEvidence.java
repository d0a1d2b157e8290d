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
 * What badges were earned by.
 *
 * <p>Finds out what awards were earned by, by going over courses again.
 */
@Component
public class BadgeEvidence {

    /** How many activities are shown at most. */
    public static final int MAX = 100;

    private final EarningStates earningStates;
    private final RuleHistories ruleHistories;

    BadgeEvidence(EarningStates earningStates, RuleHistories histories) {
        this.earningStates = earningStates;
        this.ruleHistories = histories;
    }

    /**
     * The activities that each award was earned by, the latest {@value #MAX} of them, latest first,
     * by the same key: those that the badge has looked at up to the one that earned it, in the same
     * period or about the same contribution; for a rule, that one. Goes over the customers' courses
     * anew: two round trips for all of them.
     *
     * @param awards by a key of the caller's choice
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
                        ruleHistory, context.member(), EarningState.none(), BudgetSource.ENDLESS);
        return history.stream()
                .map(activity -> earningEngine.apply(EarningStates.activityFacts(activity)))
                .toList();
    }

    private static List<Activity> evidence(
            EarnedBy award, List<Activity> history, List<EvaluationResult> results) {
        var found = new ArrayList<Activity>();
        EvaluationResult.BadgeMatch wanted = null;
        for (var i = history.size() - 1; i >= 0 && found.size() < MAX; i--) {
            var isTheOne = history.get(i).id().equals(award.activityId());
            var badgeMatch = results.get(i).badgeMatches();
            if (isTheOne) {
                wanted =
                        badgeMatch.stream()
                                .filter(it -> it.badgeKey().equals(award.badgeKey()))
                                .findFirst()
                                .orElse(null);
            }
            if (isTheOne || (wanted != null && badgeMatch.contains(wanted))) {
                found.add(history.get(i));
            }
        }
        return found;
    }

    /**
     * An award that is explained.
     *
     * @param activityId the activity that earned the badge
     */
    public record EarnedBy(String customerId, String badgeKey, String activityId) {}
}
