package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.TestCustomer;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invalid input of ledger mutations: rejected with the path of the field, without an entry. */
@ApiTest
class PointsBadInputIT {

    private static final String UNKNOWN_ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    TestCustomer ida;

    String earned;

    @BeforeEach
    void awardAHundredPoints() {
        ida = TestCustomer.of(api, testBrand);
        earned = ida.entry("awardPoints", Map.of("amount", 100));
    }

    @ParameterizedTest
    @CsvSource({
        "awardPoints, 0",
        "awardPoints, -1",
        "awardPoints, 1000000001",
        "redeemPoints, 0",
        "redeemPoints, -1",
        "redeemPoints, 1000000001",
        "holdPoints, 0",
        "holdPoints, -1",
        "adjustPoints, 0",
        "adjustPoints, -1000000001",
        "adjustPoints, 1000000001"
    })
    void rejectsAmountsOutOfBounds(String mutation, long amount) {
        assertThat(Api.userErrorCodes(ida.move(mutation, Map.of("amount", amount))))
                .containsExactly("INVALID_INPUT");
        assertThatIdaHasAHundredPoints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"awardPoints", "redeemPoints", "holdPoints", "adjustPoints"})
    void rejectsAnAmountAbove2To53(String mutation) {
        var document =
                "mutation { "
                        + mutation
                        + "(input: {customer: {id: \""
                        + ida.id()
                        + "\"}, amount: 9007199254740992, reason: \"r\", idempotencyKey:"
                        + " \"above-2-53\"}) { isReplay } }";
        assertThat(api.errorCodes(ida.partner(), document)).containsExactly("INVALID_DOCUMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"awardPoints", "redeemPoints", "holdPoints", "adjustPoints"})
    void rejectsAnUnknownCurrency(String mutation) {
        var rejected = ida.move(mutation, Map.of("amount", 1, "currency", "doubloons"));
        assertThat(Api.userErrorCodes(rejected)).containsExactly("CURRENCY_NOT_FOUND");
        assertThat(rejected.at("/userErrors/0/path/0").asString()).isEqualTo("currency");
    }

    @ParameterizedTest
    @CsvSource({
        "awardPoints, occurredAt, 1969-12-31T23:59:59Z",
        "awardPoints, occurredAt, 2200-01-01T00:00:00Z",
        "awardPoints, availableAt, 2200-01-01T00:00:00Z",
        "awardPoints, expiresAt, 2200-01-01T00:00:00Z",
        "redeemPoints, occurredAt, 1969-12-31T23:59:59Z",
        "holdPoints, expiresAt, 2199-12-31T00:00:00Z"
    })
    void rejectsTimesOutOfBounds(String mutation, String field, String time) {
        var rejected = ida.move(mutation, Map.of("amount", 1, field, time));
        assertThat(Api.userErrorCodes(rejected)).containsExactly("INVALID_INPUT");
        assertThat(rejected.at("/userErrors/0/path/0").asString()).isEqualTo(field);
        assertThatIdaHasAHundredPoints();
    }

    @Test
    void rejectsTextsOutOfBounds() {
        assertThat(
                        Api.userErrorCodes(
                                ida.move(
                                        "awardPoints",
                                        Map.of("amount", 1, "source", "x".repeat(201)))))
                .containsExactly("INVALID_INPUT");
        assertThat(Api.userErrorCodes(ida.move("awardPoints", Map.of("amount", 1, "reason", ""))))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void hidesEntriesAndHoldsOfOtherBrands() {
        var hold = ida.move("holdPoints", Map.of("amount", 10)).at("/entry/hold/id").asString();
        var foreignPartner = api.newPartner(testBrand.newBrand().key());
        assertThat(codes(foreignPartner, "captureHold", Map.of("holdId", hold)))
                .isEqualTo(
                        codes(foreignPartner, "captureHold", Map.of("holdId", "hld_" + UNKNOWN_ID)))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(codes(foreignPartner, "releaseHold", Map.of("holdId", hold)))
                .containsExactly("HOLD_NOT_FOUND");
        assertThat(codes(foreignPartner, "confirmPoints", Map.of("entryId", earned)))
                .containsExactly("ENTRY_NOT_FOUND");
        var reversal = Map.of("entryId", earned, "reason", "r");
        assertThat(codes(foreignPartner, "reverseEntry", reversal))
                .containsExactly("ENTRY_NOT_FOUND");
        var document =
                "query($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } explainEntry(entryId: $id)"
                        + " { sentence } }";
        var hidden =
                api.data(
                        foreignPartner,
                        document,
                        Map.of("ids", List.of(hold, earned), "id", earned));
        assertThat(hidden.path("nodes").valueStream()).allMatch(node -> node.isNull());
        assertThat(hidden.path("explainEntry").isNull()).isTrue();
    }

    @Test
    void returnsNullForTheLiabilityOfOtherBrands() {
        var foreignPartner = api.newPartner(testBrand.newBrand().key());
        var document = "query($brand: String!) { pointsLiability(brand: $brand) { amount } }";
        var own = api.data(ida.partner(), document, Map.of("brand", ida.brand().key()));
        assertThat(own.path("pointsLiability").valueStream())
                .anyMatch(band -> band.path("amount").asLong() == 100);
        assertThat(api.answer(foreignPartner, document, Map.of("brand", ida.brand().key())))
                .isEqualTo(api.answer(foreignPartner, document, Map.of("brand", "nobodys")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expiring(withinDays: 0) { amount }",
                "expiring(withinDays: 3661) { amount }",
                "balanceAt(at: \"1969-12-31T23:59:59Z\")",
                "balanceAt(at: \"2200-01-01T00:00:00Z\")",
                "statement(from: \"1969-12-31T23:59:59Z\") { openingBalance }",
                "statement(until: \"2201-01-01T00:00:00Z\") { openingBalance }",
                "statement(from: \"2026-02-01T00:00:00Z\", until: \"2026-02-01T00:00:00Z\") {"
                        + " openingBalance }",
                "openHolds(first: 101) { edges { cursor } }"
            })
    void rejectsArgumentsOutOfBounds(String field) {
        var document =
                "query($id: ID!) { node(id: $id) { ... on Customer { wallet { "
                        + field
                        + " } } } }";
        assertThat(api.errorCodes(ida.partner(), document, Map.of("id", ida.id())))
                .containsExactly("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "Points, ROLLING, 365, ",
        "1st, NEVER, , ",
        "ok, ROLLING, , ",
        "ok, ROLLING, 0, ",
        "ok, ROLLING, 36501, ",
        "ok, NEVER, 365, ",
        "ok, PERIOD_END, , ",
        "ok, PERIOD_END, 10, YEAR",
        "ok, INACTIVITY, 365, YEAR"
    })
    void rejectsCurrenciesWithContradictoryExpiry(
            String code, String expiry, Integer days, String period) {
        var currency = new HashMap<String, Object>();
        currency.put("code", code);
        currency.put("name", "Stars");
        currency.put("expiry", expiry);
        currency.put("expiryDays", days);
        currency.put("expiryPeriod", period);
        var rejected = ida.setCurrency(currency);
        assertThat(rejected.path("currency").isNull()).isTrue();
        assertThat(Api.userErrorCodes(rejected)).isNotEmpty().containsOnly("INVALID_INPUT");
    }

    private List<String> codes(String caller, String mutation, Map<String, ?> input) {
        return Api.userErrorCodes(api.move(caller, mutation, input));
    }

    private void assertThatIdaHasAHundredPoints() {
        assertThat(ida.wallet("balance held entries { edges { node { amount } } }").toString())
                .isEqualTo(
                        "{\"balance\":100,\"held\":0,\"entries\":{\"edges\":[{\"node\":{\"amount\":100}}]}}");
    }
}
