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

/** One statement for each level of a query, whatever the number of customers. */
@ApiTest
class StatementCountIT {

    private static final String CUSTOMERS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  brand { name }
                  wallet { balance entries(first: 3) { edges { node { amount } } } }
                  badges(first: 5) { edges { node { badge { name } } } }
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
                    expiring(withinDays: 90) { at amount }
                    openHolds(first: 5) { edges { node { amount wallet { balance } } } }
                    statement(from: "2026-01-01T00:00:00Z") {
                      opening closing entries(first: 5) { edges { node { amount hold { state } } } }
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

    private static final String STANDINGS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  tiers { tierSet { name } tier { name } points pointsToNextTier projectedTier { key } }
                  badges(first: 2) {
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
        var people =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "person-" + i))
                        .map(Customer::id)
                        .toList();
        IntStream.range(0, 19).forEach(i -> refer(people.get(i), people.get(i + 1)));
        people.forEach(this::award);
        defineABadgeForReferrers(brand.key());
        var one = statementsFor(CUSTOMERS, people.subList(5, 6));
        var twenty = statementsFor(CUSTOMERS, people);
        assertThat(one).isBetween(9L, 14L);
        assertThat(twenty).isEqualTo(one);
    }

    @Test
    void sendsAsManyStatementsForTwentyWalletsAsForOne() {
        var brand = testBrand.newBrand();
        var people =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "saver-" + i))
                        .map(Customer::id)
                        .toList();
        people.forEach(this::earnAndSpend);
        var one = statementsFor(WALLETS, people.subList(5, 6));
        var twenty = statementsFor(WALLETS, people);
        assertThat(one).isBetween(9L, 18L);
        assertThat(twenty).isEqualTo(one);
    }

    /** The customers themselves, their scores, their trends, and the definition. */
    @Test
    void sendsOneStatementForTheScoresOfTwentyCustomersAndOneForTheirTrends() {
        var brand = testBrand.newBrand();
        var people =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "poster-" + i))
                        .map(Customer::id)
                        .toList();
        adoptTheForum(brand.key());
        assertThat(statementsFor(SCORES, people.subList(5, 6))).isEqualTo(4);
        assertThat(statementsFor(SCORES, people)).isEqualTo(4);
        var scored = api.data("administrator", SCORES, Map.of("ids", people)).path("nodes");
        assertThat(scored.get(19).at("/engagement/definition/version").asInt()).isEqualTo(1);
        assertThat(scored.get(19).path("engagementTrend").size()).isEqualTo(3);
    }

    /** The kinds themselves, and what counts them. */
    @Test
    void sendsOneStatementForTheDefinitionsThatCountTwentyKinds() {
        var desk = new EarningApi(api);
        adoptTheForum(desk.brand());
        var kinds = new ArrayList<>(List.of(desk.learn("topic.opened")));
        IntStream.range(1, 20).forEach(i -> kinds.add(desk.learn("kind.k" + i)));
        assertThat(statementsFor(KINDS, kinds.subList(0, 1))).isEqualTo(2);
        assertThat(statementsFor(KINDS, kinds)).isEqualTo(2);
        var counted = api.data("administrator", KINDS, Map.of("ids", kinds)).path("nodes");
        assertThat(counted.at("/0/countedBy/0/key").asString()).isEqualTo("forum");
        assertThat(counted.at("/19/countedBy").isEmpty()).isTrue();
    }

    /**
     * The customers, how far they have come, the ladder, the badges of each, what they are of (for
     * themselves, for their levels, for the evidence), their activities, and twice the courses.
     */
    @Test
    void sendsAsManyStatementsForTheStandingsOfTwentyCustomersAsForOne() {
        var desk = new EarningApi(api);
        desk.tiers(Map.of());
        var criteria =
                Map.of(
                        "counts",
                        List.of(Map.of("kind", "review.posted")),
                        "levels",
                        List.of(Map.of("name", "One", "threshold", 1)));
        var badge = Map.of("brand", desk.brand(), "key", "one", "name", "One");
        var defined = new HashMap<String, Object>(badge);
        defined.put("criteria", criteria);
        desk.payload("createBadge", "isReplay", defined);
        var people = new ArrayList<String>();
        for (var i = 0; i < 20; i++) {
            people.add(desk.enrol("person-" + i));
            desk.record(desk.review("person-" + i, "r" + i, "2026-11-20T10:00:00Z", Map.of()));
        }
        var one = statementsFor(STANDINGS, people.subList(5, 6));
        assertThat(one).isBetween(5L, 12L);
        assertThat(statementsFor(STANDINGS, people)).isEqualTo(one);
        var asked = api.data("administrator", STANDINGS, Map.of("ids", people)).path("nodes");
        assertThat(asked.valueStream())
                .allMatch(it -> it.at("/tiers/0/tier/name").asString().equals("Blue"))
                .allMatch(it -> it.at("/badges/edges/0/node/evidence").size() == 1);
    }

    private void adoptTheForum(String brand) {
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

    /** Everybody has a cause and its effect, a reversal and an open hold. */
    private void earnAndSpend(String customerId) {
        var input = Map.of("customer", Map.of("id", customerId), "amount", 10, "reason", "r");
        var earned = moved("awardPoints", input);
        var bonus = new HashMap<String, Object>(input);
        bonus.put("causedBy", Map.of("entryId", earned));
        var reversed = Map.of("entryId", moved("awardPoints", bonus), "reason", "r");
        moved("reverseEntry", reversed);
        moved("holdPoints", input);
    }

    private String moved(String mutation, Map<String, ?> input) {
        var payload = api.move("administrator", mutation, input);
        assertThat(Api.refusals(payload)).isEmpty();
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

    /** Everybody has an entry, and everybody but the last two badges for whom they brought. */
    private void award(String customerId) {
        var document =
                """
                mutation($id: ID!, $key: ID!) {
                  awardPoints(input: {customer: {id: $id}, amount: 5, reason: "r", idempotencyKey: $key}) { entry { id } }
                }
                """;
        api.data("administrator", document, Map.of("id", customerId, "key", "award-" + customerId));
    }

    private void defineABadgeForReferrers(String brand) {
        var document =
                """
                mutation($brand: String!) {
                  createBadge(input: {brand: $brand, key: "host", name: "Host",
                                      criteria: {counts: {kind: "referral.made"}, threshold: 1},
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
