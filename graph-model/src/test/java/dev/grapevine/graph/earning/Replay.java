package dev.grapevine.graph.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.config.RuleHistories;
import dev.grapevine.graph.earning.engine.BudgetSource;
import dev.grapevine.graph.earning.engine.EarningEngine;
import dev.grapevine.graph.earning.engine.EarningState;
import dev.grapevine.graph.earning.engine.EvaluationResult;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what is in the database with a fold over all that is in the history. */
final class Replay {

    private final EarningStates earningStates;
    private final RuleHistories histories;
    private final Driver driver;

    Replay(EarningStates earningStates, RuleHistories histories, Driver driver) {
        this.earningStates = earningStates;
        this.histories = histories;
        this.driver = driver;
    }

    /** What a fold over the stored history gives. */
    List<EvaluationResult> fold(Brand brand, Customer customer) {
        var earningEngine =
                new EarningEngine(
                        histories.of(brand.id()),
                        earningStates.contexts(List.of(customer.id())).getFirst().customer(),
                        EarningState.none(),
                        BudgetSource.UNLIMITED);
        return earningStates
                .history(List.of(customer.id()))
                .getOrDefault(customer.id(), List.of())
                .stream()
                .map(activity -> earningEngine.apply(EarningStates.activityFacts(activity)))
                .toList();
    }

    /** What the fold gives, by activity and version of the rule. */
    static Map<String, Long> points(List<EvaluationResult> results) {
        var points = new TreeMap<String, Long>();
        for (var result : results) {
            for (var effect : result.pointsEffects()) {
                var key = result.activity().activityId() + " " + effect.ruleVersionId();
                points.merge(key, effect.amount(), Long::sum);
            }
        }
        points.values().removeIf(sum -> sum == 0);
        return points;
    }

    /** What the entries of the wallet add up to, by activity and version of the rule. */
    Map<String, Long> booked(Customer customer) {
        var booked = new TreeMap<String, Long>();
        for (var row :
                rows(
                        """
                        MATCH (w:Wallet {customerId: $id})<-[:ON]-(e:PointsEntry) WHERE e.ruleVersionId IS NOT NULL
                        RETURN e.causedBy + ' ' + e.ruleVersionId AS key,
                          sum(CASE WHEN e.credit STARTS WITH w.id THEN e.amount ELSE -e.amount END) AS sum
                        """,
                        customer)) {
            booked.put(row.get("key").asString(), row.get("sum").asLong());
        }
        booked.values().removeIf(sum -> sum == 0);
        return booked;
    }

    /** What the fold has the customer honoured with: badge, level, scope, measure and cause. */
    private static TreeSet<String> honours(List<EvaluationResult> results) {
        var honours = new TreeSet<String>();
        for (var result : results) {
            for (var effect : result.badgeEffects()) {
                honours.add(
                        String.join(
                                " ",
                                effect.badgeKey(),
                                Integer.toString(effect.level()),
                                effect.periodKey(),
                                Long.toString(effect.measure()),
                                result.activity().activityId(),
                                String.valueOf(effect.ruleVersionId())));
            }
        }
        return honours;
    }

    /**
     * The customer's awards that stand, without those that stay although nothing earns them now.
     */
    private TreeSet<String> awards(Customer customer, Set<String> earned) {
        var awards = new TreeSet<String>();
        for (var row :
                rows(
                        """
                        MATCH (:Customer {id: $id})-[:EARNED]->(a:BadgeAward)-[:OF]->(b:Badge)
                        WHERE a.revokedAt IS NULL AND a.reason <> 'MANUAL'
                        RETURN b.key + ' ' + a.level + ' ' + a.periodKey + ' ' + a.count + ' ' + a.activityId + ' '
                          + coalesce(a.ruleVersionId, 'null') AS award, b.isPermanent AS isPermanent
                        """,
                        customer)) {
            var award = row.get("award").asString();
            if (earned.contains(award) || !row.get("isPermanent").asBoolean()) {
                awards.add(award);
            }
        }
        return awards;
    }

    /** Beginnings of honours that somebody gave the customer or took back: nothing earns them. */
    private List<String> decided(Customer customer) {
        return rows(
                        """
                        MATCH (:Customer {id: $id})-[:EARNED]->(a:BadgeAward)-[:OF]->(b:Badge)
                        WHERE a.reason = 'MANUAL' OR (a.revokedAt IS NOT NULL AND a.isAutoRevoked IS NULL)
                        RETURN b.key + ' ' + a.level + ' ' + a.periodKey + ' ' AS decided
                        """,
                        customer)
                .stream()
                .map(row -> row.get("decided").asString())
                .toList();
    }

    private List<Record> rows(String statement, Customer customer) {
        try (var session = driver.session()) {
            return session.run(statement, Map.of("id", customer.id())).list();
        }
    }

    /** Fails the test where the database says something else than the fold. Answers the sum. */
    long check(Brand brand, Customer customer) {
        var results = fold(brand, customer);
        var points = points(results);
        assertThat(booked(customer)).isEqualTo(points);
        var honours = honours(results);
        decided(customer).forEach(it -> honours.removeIf(honour -> honour.startsWith(it)));
        assertThat(List.copyOf(awards(customer, honours))).isEqualTo(List.copyOf(honours));
        return points.values().stream().mapToLong(Long::longValue).sum();
    }
}
