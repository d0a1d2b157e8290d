package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.World;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
                  engagement { score }
                  activities(first: 5) { edges { node { kind } } }
                  contributions(first: 5) { edges { node { title } } }
                }
              }
            }
            """;

    @Autowired Api api;

    @Autowired World world;

    @Autowired MeterRegistry meters;

    @Test
    void sendsAsManyStatementsForTwentyCustomersAsForOne() {
        var brand = world.newBrand();
        var people =
                IntStream.range(0, 20)
                        .mapToObj(i -> world.enrol(brand, "person-" + i))
                        .map(Customer::id)
                        .toList();
        IntStream.range(0, 19).forEach(i -> refer(people.get(i), people.get(i + 1)));
        people.forEach(this::award);
        defineABadgeForReferrers(brand.key());
        var one = statementsFor(people.subList(5, 6));
        var twenty = statementsFor(people);
        assertThat(one).isBetween(9L, 14L);
        assertThat(twenty).isEqualTo(one);
    }

    private void refer(String referrer, String referee) {
        var document =
                """
                mutation($a: ID!, $b: ID!, $key: ID!) {
                  registerReferral(input: {referrerId: $a, refereeId: $b, idempotencyKey: $key}) { userErrors { code } }
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
                  awardPoints(input: {customerId: $id, amount: 5, reason: "r", idempotencyKey: $key}) { entry { id } }
                }
                """;
        api.data("administrator", document, Map.of("id", customerId, "key", "award-" + customerId));
    }

    private void defineABadgeForReferrers(String brand) {
        var document =
                """
                mutation($brand: String!) {
                  defineBadge(input: {brand: $brand, key: "host", name: "Host", kind: "referral.made", threshold: 1,
                                      idempotencyKey: "count-badge"}) { badge { id } }
                }
                """;
        api.data("administrator", document, Map.of("brand", brand));
    }

    private long statementsFor(List<String> ids) {
        api.data("administrator", CUSTOMERS, Map.of("ids", ids));
        var before = statements();
        api.data("administrator", CUSTOMERS, Map.of("ids", ids));
        return statements() - before;
    }

    private long statements() {
        return meters.find("grapevine.graph.statement").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
