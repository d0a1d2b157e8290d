package dev.grapevine.graph.earning;

import dev.grapevine.graph.earning.rule.Rule;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.RuleEffects;

import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Repository of the budgets of rules, which all customers of a brand share. No method costs a round
 * trip without rules that have a budget.
 */
@Component
public class RuleBudgets {

    private static final CypherStatement LOCK =
            CypherStatement.of(RuleBudgets.class, "lock-budgets");
    private static final CypherStatement LEFT =
            CypherStatement.of(RuleBudgets.class, "budgets-by-keys");
    private static final CypherStatement STORE =
            CypherStatement.of(RuleBudgets.class, "store-budgets");

    private final GraphClient graph;
    private final RuleEffects ledger;

    RuleBudgets(GraphClient graph, RuleEffects ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    /**
     * Locks budgets until the end of the transaction; once per transaction.
     *
     * @param rules rules with a budget, ordered by id so that transactions lock in the same order:
     *     all that the evaluation may use
     */
    RemainingBudgets lock(String brandId, List<Rule> rules) {
        var left = new HashMap<String, Long>();
        if (!rules.isEmpty()) {
            var rows = rules.stream().map(rule -> row(brandId, rule)).toList();
            graph.write(LOCK, Map.of("rows", rows), row -> load(left, row));
        }
        return new RemainingBudgets(left);
    }

    private static Map<String, Object> row(String brandId, Rule rule) {
        var budget = rule.spec().budget();
        return Map.of(
                "key", rule.versionId(), "brandId", brandId, "budget", budget == null ? 0 : budget);
    }

    private static Long load(Map<String, Long> left, Record row) {
        return left.put(row.get("key").asString(), row.get("left").asLong());
    }

    /** Reads the remaining budgets without a lock, for a replay of customers. */
    public RemainingBudgets left(List<Rule> rules, Collection<String> customerIds) {
        var left = new HashMap<String, Long>();
        if (!rules.isEmpty()) {
            var keys = rules.stream().map(Rule::versionId).toList();
            graph.read(LEFT, Map.of("keys", keys), row -> load(left, row));
        }
        return granted(new RemainingBudgets(left).and(rules), rules, customerIds);
    }

    /** Returns empty budgets for a replay of customers: rules give only what they gave before. */
    public RemainingBudgets used(List<Rule> rules, Collection<String> customerIds) {
        return granted(RemainingBudgets.used(rules), rules, customerIds);
    }

    private RemainingBudgets granted(
            RemainingBudgets budgets, List<Rule> rules, Collection<String> customerIds) {
        return rules.isEmpty() || customerIds.isEmpty()
                ? budgets
                : budgets.granted(ledger.ofCustomers(customerIds));
    }

    /** Stores the remaining points of locked budgets. */
    void store(RemainingBudgets budgets) {
        if (!budgets.left().isEmpty()) {
            graph.write(STORE, Map.of("left", budgets.left()));
        }
    }
}
