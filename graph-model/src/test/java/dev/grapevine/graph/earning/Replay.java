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

/** Comparison of the database with a fold over the stored history. */
final class Replay {

    private final EarningStates earningStates;
    private final RuleHistories histories;
    private final Driver driver;

    Replay(EarningStates earningStates, RuleHistories histories, Driver driver) {
        this.earningStates = earningStates;
        this.histories = histories;
        this.driver = driver;
    }

    /** Results of a fold over the stored history. */
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

    /** Points of the fold by activity and rule version. */
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

    /** Sums of the entries of the wallet by activity and rule version. */
    Map<String, Long> posted(Customer customer) {
        var posted = new TreeMap<String, Long>();
        for (var row :
                rows(
                        """
                        MATCH (w:Wallet {customerId: $id})<-[:ON]-(e:PointsEntry) WHERE e.ruleVersionId IS NOT NULL
                        RETURN e.causedBy + ' ' + e.ruleVersionId AS key,
                          sum(CASE WHEN e.credit STARTS WITH w.id THEN e.amount ELSE -e.amount END) AS sum
                        """,
                        customer)) {
            posted.put(row.get("key").asString(), row.get("sum").asLong());
        }
        posted.values().removeIf(sum -> sum == 0);
        return posted;
    }

    /** Entries of rules that took effect before their activity occurred. */
    List<String> entriesBeforeTheirActivity(Customer customer) {
        return rows(
                        """
                        MATCH (w:Wallet {customerId: $id})<-[:ON]-(e:PointsEntry) WHERE e.ruleVersionId IS NOT NULL
                        MATCH (a:Activity {id: e.causedBy})
                        WHERE coalesce(e.effectiveAt, e.bookedAt) < a.occurredAt AND a.occurredAt < e.bookedAt
                        RETURN e.id AS id
                        """,
                        customer)
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    /** Badges of the fold: key, level, period key, measure and cause. */
    private static TreeSet<String> badges(List<EvaluationResult> results) {
        var badges = new TreeSet<String>();
        for (var result : results) {
            for (var effect : result.badgeEffects()) {
                badges.add(
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
        return badges;
    }

    /** Active awards of the customer, without permanent ones that are no longer earned. */
    private TreeSet<String> awards(Customer customer, Set<String> earned) {
        var awards = new TreeSet<String>();
        for (var row :
                rows(
                        """
                        MATCH (:Customer {id: $id})-[:EARNED]->(a:BadgeAward)-[:OF]->(b:Badge)
                        WHERE a.revokedAt IS NULL AND a.reason <> 'MANUAL'
                        RETURN b.key + ' ' + a.level + ' ' + a.periodKey + ' ' + a.measuredValue + ' ' + a.activityId + ' '
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

    /** Prefixes of badges that were awarded manually or revoked by a caller. */
    private List<String> manualOrRevoked(Customer customer) {
        return rows(
                        """
                        MATCH (:Customer {id: $id})-[:EARNED]->(a:BadgeAward)-[:OF]->(b:Badge)
                        WHERE a.reason = 'MANUAL' OR (a.revokedAt IS NOT NULL AND a.isAutoRevoked IS NULL)
                        RETURN b.key + ' ' + a.level + ' ' + a.periodKey + ' ' AS manualOrRevoked
                        """,
                        customer)
                .stream()
                .map(row -> row.get("manualOrRevoked").asString())
                .toList();
    }

    private List<Record> rows(String statement, Customer customer) {
        try (var session = driver.session()) {
            return session.run(statement, Map.of("id", customer.id())).list();
        }
    }

    /** Asserts that the database equals the fold; returns the sum of the points. */
    long check(Brand brand, Customer customer) {
        var results = fold(brand, customer);
        var points = points(results);
        assertThat(posted(customer)).isEqualTo(points);
        var badges = badges(results);
        manualOrRevoked(customer).forEach(it -> badges.removeIf(badge -> badge.startsWith(it)));
        assertThat(List.copyOf(awards(customer, badges))).isEqualTo(List.copyOf(badges));
        return points.values().stream().mapToLong(Long::longValue).sum();
    }
}
