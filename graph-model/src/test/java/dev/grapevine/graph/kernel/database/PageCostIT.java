package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.testing.GraphTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.ProfiledPlan;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads cost what they show: their database hits beside 10 neighbours and beside 10,000. */
@GraphTest
class PageCostIT {

    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int PAGE = 10;

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    /** What the lists of statements are made of. */
    private static final Map<String, Neighbours> OF_LISTS =
            Map.ofEntries(
                    nodes(
                            "activity/activities-of-customers",
                            "Activity",
                            "customerId",
                            "occurredAt"),
                    nodes("activity/activities-of-kinds", "Activity", "customerId", "occurredAt"),
                    nodes(
                            "activity/kind/activity-kinds-of-brands",
                            "ActivityKind",
                            "brandId",
                            "createdAt"),
                    nodes("badge/badges-of-brands", "Badge", "brandId", "createdAt"),
                    nodes("badge/badges-of-customers", "BadgeAward", "customerId", "awardedAt"),
                    nodes(
                            "contribution/contributions-of-customers",
                            "Contribution",
                            "customerId",
                            "submittedAt"),
                    nodes("contribution/replies", "Contribution", "inReplyToId", "submittedAt"),
                    nodes(
                            "earning/config/config-versions-of-brands",
                            "ConfigVersion",
                            "brandId",
                            "draftedAt"),
                    nodes(
                            "engagement/definitions-of-brands",
                            "EngagementDefinition",
                            "brandId",
                            "createdAt"),
                    nodes("ledger/entries-of-wallets", "PointsEntry", "walletId", "bookedAt"),
                    nodes("ledger/entries-of-period", "PointsEntry", "walletId", "bookedAt"),
                    nodes("ledger/open-holds-of-wallets", "OpenHold", "walletId", "expiresAt"),
                    nodes("reward/rewards-of-brands", "Reward", "brandId", "createdAt"),
                    nodes(
                            "reward/redemption/redemptions-of-customers",
                            "Redemption",
                            "customerId",
                            "redeemedAt"),
                    Map.entry("referral/referrals-of-customers", Neighbours.REFEREES),
                    Map.entry("referral/referral-trees", Neighbours.REFEREES));

    /** What the summaries of statements are made of, and their number of rows. */
    private static final Map<String, Neighbours> OF_SUMMARIES =
            Map.ofEntries(
                    nodes("ledger/balances-at", "PointsEntry", "walletId", "bookedAt"),
                    nodes("ledger/statements", "PointsEntry", "walletId", "bookedAt"),
                    Map.entry("ledger/expiring", Neighbours.OPEN_LOTS),
                    Map.entry("ledger/session/lots-to-draw", Neighbours.OPEN_LOTS),
                    Map.entry("ledger/session/next-due", Neighbours.OPEN_LOTS),
                    Map.entry("referral/referral-chains", Neighbours.REFERRERS));

    @Autowired Driver driver;

    /**
     * Neighbours of a parent, $count of them; the times of the items grow with their numbers.
     *
     * @param create statement that creates the parent and its neighbours
     * @param label label of what is to be deleted
     */
    private record Neighbours(String create, String label) {

        static final Neighbours REFEREES =
                new Neighbours(
                        """
                        CREATE (referrer:Customer {id: $parent})
                        WITH referrer UNWIND range(1, $count) AS i
                        CREATE (referrer)-[:REFERRED {
                          id: $parent + '-' + i, referrerId: $parent, refereeId: $parent + '-' + i,
                          at: $beginning + duration({hours: i})
                        }]->(:Customer {id: $parent + '-' + i})
                        """,
                        "Customer");

        static final Neighbours REFERRERS =
                new Neighbours(
                        """
                        UNWIND range(0, $count) AS i
                        CREATE (:Customer {id: CASE i WHEN 0 THEN $parent ELSE $parent + '-' + i END})
                        WITH collect(i) AS all
                        UNWIND range(1, $count) AS i
                        MATCH (referrer:Customer {id: $parent + '-' + i})
                        MATCH (referee:Customer {id: CASE i WHEN 1 THEN $parent ELSE $parent + '-' + (i - 1) END})
                        CREATE (referrer)-[:REFERRED {
                          id: $parent + '-' + i, referrerId: referrer.id, refereeId: referee.id, at: $beginning
                        }]->(referee)
                        """,
                        "Customer");

        static final Neighbours OPEN_LOTS =
                new Neighbours(
                        """
                        CREATE (:Wallet {id: $parent})
                        WITH 1 AS once UNWIND range(1, $count) AS i
                        CREATE (:Wallet:OpenLot {
                          id: $parent + '-' + i, walletId: $parent, sequence: i, remaining: 1,
                          expiresAt: $beginning + duration({hours: i, years: CASE WHEN i > 10 THEN 2 ELSE 0 END})
                        })
                        """,
                        "Wallet");

        static Neighbours of(String label, String parent, String time) {
            return new Neighbours(
                    """
                    UNWIND range(1, $count) AS i
                    CREATE (:%s {
                      id: $parent + '-' + i, %s: $parent, %s: $beginning + duration({hours: i}),
                      sequence: i, kind: 'vote', type: 'RULE'
                    })
                    """
                            .formatted(label, parent, time),
                    label);
        }
    }

    private static Map.Entry<String, Neighbours> nodes(
            String statement, String label, String parent, String time) {
        return Map.entry(statement, Neighbours.of(label, parent, time));
    }

    static Stream<CypherStatementsIT.Statement> lists() throws IOException {
        return CypherStatementsIT.statements().stream()
                .filter(statement -> statement.listed("params").contains("$limit"))
                .filter(statement -> statement.listed("returns").contains("parentId"));
    }

    static Stream<CypherStatementsIT.Statement> summaries() throws IOException {
        return CypherStatementsIT.statements().stream()
                .filter(statement -> OF_SUMMARIES.containsKey(statement.name()));
    }

    @Test
    void areAllKnown() throws IOException {
        assertThat(lists())
                .extracting(CypherStatementsIT.Statement::name)
                .containsExactlyInAnyOrderElementsOf(OF_LISTS.keySet());
        assertThat(summaries()).hasSameSizeAs(OF_SUMMARIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pagesCostWhatTheyShow(CypherStatementsIT.Statement list) {
        var first = list.text().contains("DESC") ? Cursor.HIGHEST : Cursor.LOWEST;
        var neighbours = OF_LISTS.get(list.name());
        var few = profiled(list, neighbours, FEW, first);
        assertThat(few.rows()).isEqualTo(PAGE);
        profiled(list, neighbours, MANY, first).isAsCheapAs(few);
        profiled(list, neighbours, MANY, middle(list)).isAsCheapAs(few);
    }

    private static Cursor middle(CypherStatementsIT.Statement list) {
        var half = MANY / 2;
        var id = "%s-" + half;
        return switch (list.name()) {
            case "referral/referral-trees" -> new Cursor(1, id);
            case "ledger/entries-of-wallets", "ledger/entries-of-period" -> new Cursor(half, id);
            default -> Cursor.at(BEGINNING.plusHours(half), id);
        };
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void summariesCostWhatTheyShow(CypherStatementsIT.Statement summary) {
        var neighbours = OF_SUMMARIES.get(summary.name());
        var few = profiled(summary, neighbours, FEW, Cursor.LOWEST);
        assertThat(few.rows()).isPositive();
        profiled(summary, neighbours, MANY, Cursor.LOWEST).isAsCheapAs(few);
    }

    private record Cost(int rows, long hits, String plan) {

        void isAsCheapAs(Cost few) {
            assertThat(rows).isEqualTo(few.rows());
            assertThat(hits).as(plan).isLessThanOrEqualTo(2 * few.hits());
        }
    }

    private Cost profiled(
            CypherStatementsIT.Statement statement,
            Neighbours neighbours,
            int count,
            Cursor after) {
        var parent = UUID.randomUUID().toString();
        var created =
                Map.<String, Object>of("parent", parent, "count", count, "beginning", BEGINNING);
        try (var session = driver.session()) {
            session.run(neighbours.create(), created).consume();
            try {
                var result = session.run("PROFILE " + statement.text(), parameters(parent, after));
                var rows = result.list().size();
                var plan = result.consume().profile();
                return new Cost(rows, hits(plan), text(plan));
            } finally {
                session.run(
                                "MATCH (n:%s) WHERE n.id STARTS WITH $parent DETACH DELETE n"
                                        .formatted(neighbours.label()),
                                created)
                        .consume();
            }
        }
    }

    private static Map<String, Object> parameters(String parent, Cursor after) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.of(parent));
        parameters.put("walletIds", List.of(parent));
        parameters.put("now", BEGINNING);
        parameters.put("limit", PAGE);
        parameters.put("afterSort", after.sort());
        parameters.put("afterId", after.id().formatted(parent));
        parameters.put("from", BEGINNING);
        parameters.put("until", BEGINNING.plusYears(2));
        parameters.put("at", BEGINNING.plusYears(2));
        parameters.put("never", Times.LATEST);
        parameters.put("maxDepth", PAGE);
        parameters.put("kinds", List.of("vote"));
        parameters.put("type", "RULE");
        parameters.put("state", null);
        parameters.put("key", null);
        parameters.put("activeOnly", false);
        return parameters;
    }

    private static String text(ProfiledPlan plan) {
        return plan.children().stream()
                .map(PageCostIT::text)
                .collect(
                        joining(
                                "",
                                "\n%s %s: %d rows, %d hits"
                                        .formatted(
                                                plan.operatorType(),
                                                plan.arguments().get("Details"),
                                                plan.records(),
                                                plan.dbHits()),
                                ""));
    }

    private static long hits(ProfiledPlan plan) {
        return plan.dbHits() + plan.children().stream().mapToLong(PageCostIT::hits).sum();
    }
}
