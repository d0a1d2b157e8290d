package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.testing.TestBrand;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rewards in the API: rejections with their data, limits, and the number of statements. */
@ApiTest
class RewardIT {

    private static final String CREATE =
            """
            mutation($input: CreateRewardInput!) {
              createReward(input: $input) { reward { id } userErrors { code path } }
            }
            """;

    private static final String REDEEM =
            """
            mutation($input: RedeemRewardInput!) {
              redeemReward(input: $input) {
                redemption { id couponCode }
                userErrors {
                  code
                  path
                  ... on InsufficientPoints { balance required }
                  ... on RewardNotValid { reason since }
                  ... on NotEligible { condition }
                }
              }
            }
            """;

    private static final String REDEMPTIONS =
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                ... on Customer {
                  redemptions(first: 5) {
                    edges { node {
                      couponCode
                      reward { name badge { name } }
                      customer { displayName }
                      entry { amount }
                      refund { amount }
                    } }
                  }
                }
              }
            }
            """;

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    @Autowired MeterRegistry meters;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
    }

    @Test
    void reportsTheMissingPoints() {
        var error = userError(redeem(create(Map.of("cost", 100)), ada));
        assertThat(error.path("code").asString()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(error.path("balance").asLong()).isZero();
        assertThat(error.path("required").asLong()).isEqualTo(100);
        assertThat(error.path("path").get(0).asString()).isEqualTo("rewardId");
    }

    @Test
    void reportsTheUnmetConditionAndTheValidity() {
        var rich = userError(redeem(create(Map.of("minimumBalance", 5)), ada));
        assertThat(rich.path("condition").asString()).isEqualTo("MINIMUM_BALANCE");
        var early = userError(redeem(create(Map.of("from", "2199-01-01T00:00:00Z")), ada));
        assertThat(early.path("reason").asString()).isEqualTo("TOO_EARLY");
        assertThat(early.path("since").asString()).startsWith("2199-01-01T00:00");
    }

    @Test
    void reportsTheRedemptionThatAnEntryPays() {
        award(ada);
        var redeemed = redeem(create(Map.of()), ada);
        var id = redeemed.at("/redeemReward/redemption/id").asString();
        var entry =
                api.data(
                                "administrator",
                                "query($id: ID!) { node(id: $id) { ... on Redemption { entry { id }"
                                        + " } } }",
                                Map.of("id", id))
                        .at("/node/entry/id")
                        .asString();
        var reversed =
                api.data(
                        "administrator",
                        """
                        mutation($input: ReverseEntryInput!) {
                          reverseEntry(input: $input) {
                            entry { id }
                            userErrors { code path ... on PaysRedemption { redemption { id state } } }
                          }
                        }
                        """,
                        input(Map.of("entryId", entry, "reason", "Oops", "idempotencyKey", key())));
        var error = reversed.at("/reverseEntry/userErrors/0");
        assertThat(error.path("code").asString()).isEqualTo("PAYS_REDEMPTION");
        assertThat(error.at("/redemption/id").asString()).isEqualTo(id);
        assertThat(error.at("/redemption/state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void letsOnlyTheAdministratorChangeTheCatalogue() {
        assertThat(api.errorCodes("larkspur", CREATE, input(reward(Map.of()))))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void acceptsAThousandCodesOfMaximumLength() {
        var id = create(Map.of("issuesCoupons", true));
        var codes = IntStream.range(0, 1_000).mapToObj(i -> "%064d".formatted(i)).toList();
        var document =
                """
                mutation($input: AddCouponsInput!) {
                  addCoupons(input: $input) { batch { added } userErrors { code } }
                }
                """;
        var answer =
                api.data(
                        "administrator",
                        document,
                        input(Map.of("rewardId", id, "codes", codes, "idempotencyKey", key())));
        assertThat(answer.at("/addCoupons/batch/added").asLong()).isEqualTo(1_000);
    }

    @Test
    void sendsAsManyStatementsForTwentyCustomersAsForOne() {
        var reward = create(Map.of("cost", 1));
        var customerIds =
                IntStream.range(0, 20)
                        .mapToObj(i -> testBrand.enrol(brand, "person-" + i))
                        .map(
                                customer -> {
                                    award(customer);
                                    redeem(reward, customer);
                                    return customer.id();
                                })
                        .toList();
        assertThat(statementsFor(customerIds)).isEqualTo(statementsFor(customerIds.subList(3, 4)));
    }

    private long statementsFor(List<String> ids) {
        api.data("administrator", REDEMPTIONS, Map.of("ids", ids));
        var before = statements();
        var answer = api.data("administrator", REDEMPTIONS, Map.of("ids", ids));
        assertThat(answer.at("/nodes/0/redemptions/edges/0/node/entry/amount").asLong())
                .isEqualTo(1);
        return statements() - before;
    }

    private long statements() {
        return meters.find("grapevine.graph.statement").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private void award(Customer customer) {
        var document =
                """
                mutation($input: AwardPointsInput!) { awardPoints(input: $input) { entry { id } } }
                """;
        var award =
                Map.of("customer", Map.of("id", customer.id()), "amount", 5, "reason", "Welcome");
        var input = new HashMap<String, Object>(award);
        input.put("idempotencyKey", key());
        api.data("administrator", document, input(input));
    }

    private String create(Map<String, ?> changes) {
        return api.data("administrator", CREATE, input(reward(changes)))
                .at("/createReward/reward/id")
                .asString();
    }

    private Map<String, ?> reward(Map<String, ?> changes) {
        var reward = new HashMap<String, Object>();
        reward.put("brand", brand.key());
        reward.put("key", "r-" + UUID.randomUUID().toString().substring(0, 8));
        reward.put("name", "A bell");
        reward.put("cost", 1);
        reward.put("cancellationPolicy", "REISSUE");
        reward.put("idempotencyKey", key());
        reward.putAll(changes);
        return reward;
    }

    private JsonNode redeem(String rewardId, Customer customer) {
        return api.data(
                "administrator",
                REDEEM,
                input(
                        Map.of(
                                "rewardId",
                                rewardId,
                                "customer",
                                Map.of("id", customer.id()),
                                "idempotencyKey",
                                key())));
    }

    private static JsonNode userError(JsonNode answer) {
        assertThat(answer.at("/redeemReward/userErrors").size()).isEqualTo(1);
        return answer.at("/redeemReward/userErrors/0");
    }

    private static Map<String, ?> input(Map<String, ?> fields) {
        return Map.of("input", fields);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
