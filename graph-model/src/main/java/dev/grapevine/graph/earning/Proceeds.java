package dev.grapevine.graph.earning;

import static java.util.stream.Collectors.partitioningBy;

import dev.grapevine.graph.badge.Badges;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.points.PointsLedger;
import dev.grapevine.graph.points.PointsLedger.Earned;
import dev.grapevine.graph.rule.Rule;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stores what was reckoned: courses, entries, badges, and what is left of budgets. */
@Component
class Proceeds {

    private static final CypherFile LOCK_BUDGETS = CypherFile.of(Proceeds.class, "lock-budgets");
    private static final CypherFile STORE_BUDGETS = CypherFile.of(Proceeds.class, "store-budgets");

    private final Graph graph;
    private final Courses courses;
    private final PointsLedger ledger;
    private final Badges badges;

    Proceeds(Graph graph, Courses courses, PointsLedger ledger, Badges badges) {
        this.badges = badges;
        this.graph = graph;
        this.courses = courses;
        this.ledger = ledger;
    }

    /**
     * Locks the budgets of the brand's rules, once in a transaction; no round trip if no rule has
     * one.
     *
     * @param before what activities were given before that are gone over again
     */
    LockedBudgets lockBudgets(Results results, List<Earned> before) {
        var budgets = results.budgets();
        if (budgets == null) {
            budgets = new LockedBudgets(left(results));
            results.know(budgets);
        }
        for (var earned : before) {
            budgets.know(earned.activityId(), earned.ruleVersionId(), earned.amount());
        }
        return budgets;
    }

    private Map<String, Long> left(Results results) {
        var left = new HashMap<String, Long>();
        var rules = results.rulebook().rulesWithBudgets();
        if (!rules.isEmpty()) {
            var rows = rules.stream().map(rule -> row(results.brandId(), rule)).toList();
            graph.write(
                    LOCK_BUDGETS,
                    Map.of("rows", rows),
                    row -> left.put(row.get("key").asString(), row.get("left").asLong()));
        }
        return left;
    }

    private static Map<String, Object> row(String brandId, Rule rule) {
        var budget = rule.spec().budget();
        return Map.of(
                "key", rule.versionId(), "brandId", brandId, "budget", budget == null ? 0 : budget);
    }

    void store(Results results) {
        courses.store(results.courses(), results.marks(), results.anew());
        var budgets = results.budgets();
        if (budgets != null && !budgets.rows().isEmpty()) {
            graph.write(STORE_BUDGETS, Map.of("rows", budgets.rows()));
        }
        if (!results.earnings().isEmpty()) {
            ledger.earn(results.earnings());
        }
        var honours =
                results.honours().stream()
                        .collect(partitioningBy(it -> results.anew().contains(it.customerId())));
        badges.honour(results.brandId(), Objects.requireNonNull(honours.get(false)));
        if (!results.anew().isEmpty()) {
            badges.reconcile(
                    results.brandId(), results.anew(), Objects.requireNonNull(honours.get(true)));
        }
    }
}
