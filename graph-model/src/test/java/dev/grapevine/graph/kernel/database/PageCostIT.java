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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Database hits of reads that show a part, with 10 items and with 10,000. */
@GraphTest
class PageCostIT {

    private static final int FEW = 20;
    private static final int MANY = 10_000;
    private static final int PAGE = 10;

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    /** Items of the list of each statement. */
    private static final Map<String, ListItems> OF_LISTS =
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
                    Map.entry("ledger/statement/entries-booked", ListItems.ENTRIES),
                    Map.entry("ledger/statement/entries-effective", ListItems.ENTRIES),
                    nodes("ledger/open-holds-of-wallets", "OpenHold", "walletId", "expiresAt"),
                    nodes("reward/rewards-of-brands", "Reward", "brandId", "createdAt"),
                    nodes(
                            "reward/redemption/redemptions-of-customers",
                            "Redemption",
                            "customerId",
                            "redeemedAt"),
                    Map.entry("referral/referrals-of-customers", ListItems.REFEREES),
                    Map.entry("referral/referral-trees", ListItems.REFEREES));

    /** Items behind other statements, which do not read one page for each parent. */
    private static final Map<String, ListItems> OF_SUMMARIES =
            Map.ofEntries(
                    Map.entry("ledger/statement/sums-as-of", ListItems.ENTRIES),
                    Map.entry("ledger/expiring", ListItems.OPEN_LOTS),
                    Map.entry("ledger/session/lots-to-draw", ListItems.OPEN_LOTS),
                    Map.entry("ledger/session/next-due", ListItems.OPEN_LOTS),
                    Map.entry("activity/customers-by-activity", ListItems.CUSTOMERS),
                    Map.entry("earning/simulation/customers-of-brand", ListItems.CUSTOMERS),
                    Map.entry("referral/referral-chains", ListItems.REFERRERS));

    /** Statements with a limit that go through everything, in parts. */
    private static final Set<String> COMPLETE =
            Set.of(
                    "ledger/audit/entries-to-audit",
                    "ledger/audit/wallet-ids-of-brand",
                    "ledger/audit/wallets-to-audit",
                    "ledger/due-wallets");

    /**
     * Statements that read all items to return the first, because the planner fails on their order
     * by index.
     */
    private static final Set<String> SORTED = Set.of("ledger/session/due-events");

    @Autowired Driver driver;

    private static Map.Entry<String, ListItems> nodes(
            String statement, String label, String parent, String time) {
        return Map.entry(statement, ListItems.of(label, parent, time));
    }

    static Stream<CypherStatementsIT.Statement> lists() throws IOException {
        return CypherStatementsIT.statements().stream()
                .filter(statement -> statement.listed("params").contains("$limit"))
                .filter(statement -> !OF_SUMMARIES.containsKey(statement.name()))
                .filter(statement -> !COMPLETE.contains(statement.name()))
                .filter(statement -> !SORTED.contains(statement.name()));
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
        var items = OF_LISTS.get(list.name());
        var few = profiled(list, items, FEW, first);
        assertThat(few.rows()).isEqualTo(PAGE);
        profiled(list, items, MANY, first).isAsCheapAs(few);
        profiled(list, items, MANY, middle(list)).isAsCheapAs(few);
    }

    private static Cursor middle(CypherStatementsIT.Statement list) {
        var half = MANY / 2;
        var id = "%s-" + half;
        return switch (list.name()) {
            case "referral/referral-trees" -> new Cursor(1, id);
            case "ledger/entries-of-wallets",
                    "ledger/statement/entries-booked",
                    "ledger/statement/entries-effective" ->
                    new Cursor(half, id);
            default -> Cursor.at(BEGINNING.plusHours(half), id);
        };
    }

    @Test
    void aReferralTreeReadsAWholeDepthBelowTheFirst() throws IOException {
        var tree =
                lists().filter(list -> list.name().equals("referral/referral-trees"))
                        .findFirst()
                        .orElseThrow();
        var few = profiled(tree, ListItems.INDIRECT_REFEREES, FEW, Cursor.LOWEST);
        var many = profiled(tree, ListItems.INDIRECT_REFEREES, 1_000, Cursor.LOWEST);
        assertThat(few.rows()).isEqualTo(PAGE);
        assertThat(many.rows()).isEqualTo(PAGE);
        assertThat(many.hits()).as(many.plan()).isBetween(1_000L, 5_000L);
        assertThat(
                        profiled(tree, ListItems.INDIRECT_REFEREES, 1_000, new Cursor(2, "%s-995"))
                                .rows())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void summariesCostWhatTheyShow(CypherStatementsIT.Statement summary) {
        var items = OF_SUMMARIES.get(summary.name());
        var few = profiled(summary, items, FEW, Cursor.LOWEST);
        assertThat(few.rows()).isPositive();
        profiled(summary, items, MANY, Cursor.LOWEST).isAsCheapAs(few);
    }

    private record Cost(int rows, long hits, String plan) {

        void isAsCheapAs(Cost few) {
            assertThat(rows).isEqualTo(few.rows());
            assertThat(hits).as(plan).isLessThanOrEqualTo(2 * few.hits());
        }
    }

    private Cost profiled(
            CypherStatementsIT.Statement statement, ListItems items, int count, Cursor after) {
        var parent = UUID.randomUUID().toString();
        var created =
                Map.<String, Object>of("parent", parent, "count", count, "beginning", BEGINNING);
        try (var session = driver.session()) {
            session.run(items.create(), created).consume();
            try {
                var result =
                        session.run(
                                "PROFILE " + statement.text(), parameters(parent, count, after));
                var rows = result.list().size();
                var plan = result.consume().profile();
                return new Cost(rows, hits(plan), text(plan));
            } finally {
                session.run(
                                "MATCH (n:%s) WHERE n.id STARTS WITH $parent DETACH DELETE n"
                                        .formatted(items.label()),
                                created)
                        .consume();
            }
        }
    }

    private static Map<String, Object> parameters(String parent, int count, Cursor after) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.of(parent));
        parameters.put("walletIds", List.of(parent));
        parameters.put("now", BEGINNING.plusMinutes(1));
        parameters.put("limit", PAGE);
        parameters.put("afterSort", after.sort());
        parameters.put("afterTime", after.time());
        parameters.put("brandId", parent);
        parameters.put("after", parent + "|" + (100_000 + count - PAGE));
        parameters.put("afterId", after.id().formatted(parent));
        parameters.put("from", BEGINNING);
        parameters.put("until", BEGINNING.plusYears(2));
        parameters.put(
                "points",
                List.of(
                        point(parent, BEGINNING.plusHours(count / 2), BEGINNING.plusYears(2)),
                        point(parent, BEGINNING.plusYears(2), BEGINNING.plusHours(count / 2))));
        parameters.put("never", Times.LATEST);
        parameters.put("maxDepth", PAGE);
        parameters.put("kinds", List.of("vote"));
        parameters.put("type", "RULE");
        parameters.put("state", null);
        parameters.put("key", null);
        parameters.put("activeOnly", true);
        return parameters;
    }

    private static Map<String, Object> point(
            String parent, OffsetDateTime effectiveBefore, OffsetDateTime bookedBefore) {
        return Map.of(
                "walletId", parent,
                "effectiveBefore", effectiveBefore,
                "bookedBefore", bookedBefore);
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
