package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.TestCustomer;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Batches of awards: one result per award; a rejected award does not affect the others. */
@ApiTest
class AwardBatchIT {

    private static final String BATCH =
            """
            mutation($awards: [AwardPointsInput!]!) {
              awardPointsBatch(input: {awards: $awards}) {
                results {
                  entry { id kind currency amount balanceAfter reason source effectiveAt }
                  userErrors { code message path ... on AwardLimitExceeded { limit remaining } }
                  isReplay
                }
                userErrors { code message path }
              }
            }
            """;

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    TestCustomer ida;

    @BeforeEach
    void enrolIda() {
        ida = TestCustomer.of(api, testBrand);
    }

    @Test
    void rejectsInvalidAwardsIndividually() {
        var awards =
                List.of(
                        award(Map.of("amount", 1)),
                        award(Map.of("amount", 0)),
                        award(Map.of("amount", 2)),
                        award(Map.of("customer", Map.of("id", "cus_nobody"))),
                        award(Map.of("amount", 3)),
                        award(Map.of("currency", "doubloons")),
                        award(Map.of("idempotencyKey", "short")));
        var results = batch(awards).path("results");
        assertThat(results.valueStream().map(Api::userErrorCodes))
                .containsExactly(
                        List.of(),
                        List.of("INVALID_INPUT"),
                        List.of(),
                        List.of("CUSTOMER_NOT_FOUND"),
                        List.of(),
                        List.of("CURRENCY_NOT_FOUND"),
                        List.of("INVALID_INPUT"));
        assertThat(results.at("/1/userErrors/0/path/0").asString()).isEqualTo("amount");
        assertThat(results.valueStream().map(result -> result.at("/entry/amount").asLong()))
                .containsExactly(1L, 0L, 2L, 0L, 3L, 0L, 0L);
        assertThat(ida.balance()).isEqualTo(6);
    }

    @Test
    void replaysEachAwardOfARepeatedBatch() {
        var awards = IntStream.range(0, 3).mapToObj(_ -> award(Map.of("amount", 5))).toList();
        var first = batch(awards).path("results");
        var again = batch(awards).path("results");
        assertThat(again.valueStream().map(result -> result.path("isReplay").asBoolean()))
                .containsOnly(true);
        assertThat(again.valueStream().map(result -> result.path("entry")))
                .containsExactlyElementsOf(
                        first.valueStream().map(result -> result.path("entry")).toList());
        assertThat(ida.balance()).isEqualTo(15);
    }

    @Test
    void postsARepeatedAwardInABatchOnce() {
        var award = award(Map.of("amount", 5));
        var results = batch(List.of(award, award)).path("results");
        assertThat(results.at("/0/entry/id")).isEqualTo(results.at("/1/entry/id"));
        assertThat(ida.balance()).isEqualTo(5);
    }

    /** Uses texts of maximum length: the limits of body and cost admit every valid batch. */
    @Test
    void acceptsFiveHundredAwardsWithFieldsOfMaximumLength() {
        var currency = "c".repeat(32);
        assertThat(Api.userErrorCodes(ida.setCurrency(Map.of("code", currency, "name", "Long"))))
                .isEmpty();
        var awards =
                IntStream.range(0, 500)
                        .mapToObj(
                                i ->
                                        award(
                                                Map.of(
                                                        "amount",
                                                        1_000_000_000,
                                                        "currency",
                                                        currency,
                                                        "reason",
                                                        "r".repeat(200),
                                                        "source",
                                                        "s".repeat(200),
                                                        "occurredAt",
                                                        "2026-01-31T09:30:00.123+01:00",
                                                        "availableAt",
                                                        "2199-01-31T09:30:00.123+01:00",
                                                        "expiresAt",
                                                        "2199-12-31T09:30:00.123+01:00",
                                                        "awaitsConfirmation",
                                                        false,
                                                        "idempotencyKey",
                                                        "%0128d".formatted(i))))
                        .toList();
        assertThat(batch(awards).path("results").valueStream().map(Api::userErrorCodes))
                .hasSize(500)
                .containsOnly(List.of());
    }

    @Test
    void rejectsEmptyAndOversizedBatches() {
        var none = batch(List.of());
        assertThat(Api.userErrorCodes(none)).containsExactly("INVALID_INPUT");
        assertThat(none.path("results").isNull()).isTrue();
        var many = IntStream.range(0, 501).mapToObj(_ -> award(Map.of())).toList();
        assertThat(Api.userErrorCodes(batch(many))).containsExactly("TOO_MANY_AWARDS");
        assertThat(ida.balance()).isZero();
    }

    @Test
    void multipliesTheCostOfResultsByTheNumberOfAwards() {
        var document =
                """
                mutation($awards: [AwardPointsInput!]!) {
                  awardPointsBatch(input: {awards: $awards}) {
                    results { entry { wallet { customer { referralStats { direct } } } } }
                  }
                }
                """;
        var hundred = IntStream.range(0, 100).mapToObj(_ -> award(Map.of())).toList();
        assertThat(api.errorCodes(ida.partner(), document, Map.of("awards", hundred)))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(ida.balance()).isZero();
        var few = hundred.subList(0, 3);
        assertThat(api.errorCodes(ida.partner(), document, Map.of("awards", few))).isEmpty();
    }

    private JsonNode batch(List<Map<String, Object>> awards) {
        return api.data(ida.partner(), BATCH, Map.of("awards", awards)).path("awardPointsBatch");
    }

    private Map<String, Object> award(Map<String, ?> changes) {
        var award = new HashMap<String, Object>();
        award.put("customer", Map.of("id", ida.id()));
        award.put("amount", 1);
        award.put("reason", "r");
        award.put("idempotencyKey", UUID.randomUUID().toString());
        award.putAll(changes);
        return award;
    }
}
