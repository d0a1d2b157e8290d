package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.TestBrand;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Number of statements of a query: independent of the number of customers. */
@ApiTest
class StatementCountIT {

    private static final String CUSTOMERS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  brand { name }
                  wallet { balance entries(first: 3) { edges { node { amount } } } }
                  badgeAwards(first: 5) { edges { node { badge { name } } } }
                  referrals(first: 5) { edges { referredAt node { displayName brand { name } } } }
                  referrer { displayName }
                  referralChain { depth }
                  referralStats { direct }
                  engagement(definition: "forum") { score }
                  activities(first: 5) { edges { node { kind } } }
                  contributions(first: 5) { edges { node { title } } }
                }
              }
            }
            """;

    private static final String WALLETS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  brand { currencies { code } }
                  wallets { currency pending held debt }
                  wallet {
                    customer { displayName }
                    balanceAt(at: "2026-11-01T00:00:00Z")
                    expiring(withinDays: 90) { expiresAt amount }
                    openHolds(first: 5) { edges { node { amount wallet { balance } } } }
                    statement(from: "2026-01-01T00:00:00Z") {
                      openingBalance closingBalance entries(first: 5) { edges { node { amount hold { state } } } }
                    }
                    entries(first: 5) {
                      edges { node { causedBy { id } reverses { amount } hold { state } wallet { balance } } }
                    }
                  }
                }
              }
            }
            """;

    private static final String SCORES =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  engagement(definition: "forum") { score byAction { points } definition { version } }
                  engagementTrend(definition: "forum", weeks: 3) { week score change }
                  brand { engagementDefinition(key: "forum") { version } }
                }
              }
            }
            """;

    private static final String KINDS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) { ... on ActivityKind { name countedBy { key version } } }
            }
            """;

    private static final String TIERS_AND_BADGES =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  tiers { tierSet { name } tier { name } qualifyingPoints pointsToNextTier projectedTier { key } }
                  badgeAwards(first: 2) {
                    edges {
                      node {
                        badge { name } level { name } activity { kind } ruleVersion { key } contribution { title }
                        evidence { kind }
                      }
                    }
                  }
                }
              }
            }
            """;

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    @Autowired MeterRegistry meters;

    @Test
    void sendsAsManyStatementsForTwentyCustomersAsForOne() {
        var brand = testBrand.newBrand();
        var customerIds =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "person-" + i))
                        .map(Customer::id)
                        .toList();
        IntStream.range(0, 19).forEach(i -> refer(customerIds.get(i), customerIds.get(i + 1)));
        customerIds.forEach(this::award);
        createBadgeForReferrers(brand.key());
        var one = statementsFor(CUSTOMERS, customerIds.subList(5, 6));
        var twenty = statementsFor(CUSTOMERS, customerIds);
        assertThat(one).isBetween(9L, 14L);
        assertThat(twenty).isEqualTo(one);
    }

    @Test
    void sendsAsManyStatementsForTwentyWalletsAsForOne() {
        var brand = testBrand.newBrand();
        var customerIds =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "saver-" + i))
                        .map(Customer::id)
                        .toList();
        customerIds.forEach(this::postEntries);
        var one = statementsFor(WALLETS, customerIds.subList(5, 6));
        var twenty = statementsFor(WALLETS, customerIds);
        assertThat(one).isBetween(9L, 18L);
        assertThat(twenty).isEqualTo(one);
    }

    @Test
    void readsTwentyCustomersInOneStatementAndThenInNone() {
        var brand = testBrand.newBrand();
        var customerIds =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "reader-" + i).id())
                        .toList();
        var document =
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { externalId } } }";
        var before = statements();
        var read = api.data("administrator", document, Map.of("ids", customerIds)).path("nodes");
        assertThat(read.at("/19/externalId").asString()).isEqualTo("reader-19");
        assertThat(statements() - before).isEqualTo(1);
        assertThat(statementsFor(document, customerIds)).isZero();
    }

    /** Expects three statements: scores, trends and the definition; the customers are cached. */
    @Test
    void sendsOneStatementForTheScoresOfTwentyCustomersAndOneForTheirTrends() {
        var brand = testBrand.newBrand();
        var customerIds =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "poster-" + i))
                        .map(Customer::id)
                        .toList();
        adoptForumDefinition(brand.key());
        assertThat(statementsFor(SCORES, customerIds.subList(5, 6))).isEqualTo(3);
        assertThat(statementsFor(SCORES, customerIds)).isEqualTo(3);
        var scored = api.data("administrator", SCORES, Map.of("ids", customerIds)).path("nodes");
        assertThat(scored.get(19).at("/engagement/definition/version").asInt()).isEqualTo(1);
        assertThat(scored.get(19).path("engagementTrend").size()).isEqualTo(3);
    }

    /** Expects two statements: kinds and the definitions that count the kinds. */
    @Test
    void sendsOneStatementForTheDefinitionsThatCountTwentyKinds() {
        var earningApi = new EarningApi(api);
        adoptForumDefinition(earningApi.brand());
        var kinds = new ArrayList<>(List.of(earningApi.createActivityKind("topic.opened")));
        IntStream.range(1, 20).forEach(i -> kinds.add(earningApi.createActivityKind("kind.k" + i)));
        assertThat(statementsFor(KINDS, kinds.subList(0, 1))).isEqualTo(2);
        assertThat(statementsFor(KINDS, kinds)).isEqualTo(2);
        var counted = api.data("administrator", KINDS, Map.of("ids", kinds)).path("nodes");
        assertThat(counted.at("/0/countedBy/0/key").asString()).isEqualTo("forum");
        assertThat(counted.at("/19/countedBy").isEmpty()).isTrue();
    }

    /**
     * Covers customers, tier status, tier sets, badge awards, badges (for the award, the level and
     * the evidence), activities, and earning snapshots (twice).
     */
    @Test
    void sendsAsManyStatementsForTiersAndBadgesOfTwentyCustomersAsForOne() {
        var earningApi = new EarningApi(api);
        earningApi.tiers(Map.of());
        var criteria =
                Map.of(
                        "kinds",
                        List.of(Map.of("kind", "review.posted")),
                        "levels",
                        List.of(Map.of("name", "One", "threshold", 1)));
        var badge = Map.of("brand", earningApi.brand(), "key", "one", "name", "One");
        var input = new HashMap<String, Object>(badge);
        input.put("criteria", criteria);
        earningApi.payload("createBadge", "isReplay", input);
        var customerIds = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            customerIds.add(earningApi.enrol("person-" + i));
            earningApi.record(
                    earningApi.review("person-" + i, "r" + i, "2026-11-20T10:00:00Z", Map.of()));
        }
        var one = statementsFor(TIERS_AND_BADGES, customerIds.subList(5, 6));
        assertThat(one).isBetween(5L, 12L);
        assertThat(statementsFor(TIERS_AND_BADGES, customerIds)).isEqualTo(one);
        var nodes =
                api.data("administrator", TIERS_AND_BADGES, Map.of("ids", customerIds))
                        .path("nodes");
        assertThat(nodes.valueStream())
                .allMatch(it -> it.at("/tiers/0/tier/name").asString().equals("Blue"))
                .allMatch(it -> it.at("/badgeAwards/edges/0/node/evidence").size() == 1);
    }

    private void adoptForumDefinition(String brand) {
        var document =
                """
                mutation($brand: String!, $key: ID!) {
                  adoptEngagementDefinition(input: {brand: $brand, template: FORUM, idempotencyKey: $key,
                                                    actions: [{action: "POST", kinds: ["topic.opened"]}]}) {
                    userErrors { code }
                  }
                }
                """;
        assertThat(
                        api.data(
                                        "administrator",
                                        document,
                                        Map.of("brand", brand, "key", "forum-" + brand))
                                .at("/adoptEngagementDefinition/userErrors")
                                .isEmpty())
                .isTrue();
    }

    /** Posts a cause and its effect, a reversal and an open hold. */
    private void postEntries(String customerId) {
        var input = Map.of("customer", Map.of("id", customerId), "amount", 10, "reason", "r");
        var earned = postEntry("awardPoints", input);
        var bonus = new HashMap<String, Object>(input);
        bonus.put("causedBy", Map.of("entryId", earned));
        var reversed = Map.of("entryId", postEntry("awardPoints", bonus), "reason", "r");
        postEntry("reverseEntry", reversed);
        postEntry("holdPoints", input);
    }

    private String postEntry(String mutation, Map<String, ?> input) {
        var payload = api.move("administrator", mutation, input);
        assertThat(Api.userErrorCodes(payload)).isEmpty();
        return payload.at("/entry/id").asString();
    }

    private void refer(String referrer, String referee) {
        var document =
                """
                mutation($a: ID!, $b: ID!, $key: ID!) {
                  registerReferral(input: {referrer: {id: $a}, referee: {id: $b}, idempotencyKey: $key}) { userErrors { code } }
                }
                """;
        var variables = Map.of("a", referrer, "b", referee, "key", "count-" + referee);
        assertThat(
                        api.data("administrator", document, variables)
                                .at("/registerReferral/userErrors")
                                .isEmpty())
                .isTrue();
    }

    private void award(String customerId) {
        var document =
                """
                mutation($id: ID!, $key: ID!) {
                  awardPoints(input: {customer: {id: $id}, amount: 5, reason: "r", idempotencyKey: $key}) { entry { id } }
                }
                """;
        api.data("administrator", document, Map.of("id", customerId, "key", "award-" + customerId));
    }

    private void createBadgeForReferrers(String brand) {
        var document =
                """
                mutation($brand: String!) {
                  createBadge(input: {brand: $brand, key: "host", name: "Host",
                                      criteria: {kinds: {kind: "referral.made"}, threshold: 1},
                                      idempotencyKey: "count-badge"}) { badge { id } }
                }
                """;
        api.data("administrator", document, Map.of("brand", brand));
    }

    private long statementsFor(String document, List<String> ids) {
        api.data("administrator", document, Map.of("ids", ids));
        var before = statements();
        api.data("administrator", document, Map.of("ids", ids));
        return statements() - before;
    }

    private long statements() {
        return meters.find("grapevine.graph.statement").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
