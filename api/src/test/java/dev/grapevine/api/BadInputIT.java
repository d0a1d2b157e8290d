package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApiTest
class BadInputIT {

    private static final String ADA =
            "customer(ref: {external: {brand: \"larkspur\", externalId: \"ada\"}})";

    @Autowired Api api;

    @ParameterizedTest
    @CsvSource({"-1", "0", "1000000001", "9007199254740991"})
    void rejectsAnAmountThatIsNotPositiveOrTooLarge(long amount) {
        var before = balanceOfBarbara();
        assertThat(
                        award(Map.of("amount", amount))
                                .at("/data/awardPoints/userErrors/0/code")
                                .asString())
                .isEqualTo("INVALID_INPUT");
        assertThat(balanceOfBarbara()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "1.5", "\"10\"", "1e400"})
    void rejectsAnAmountThatIsNotAPointsValue(String amount) {
        var document =
                "mutation { awardPoints(input: {customer: {id: \"cus_x\"}, amount: "
                        + amount
                        + ", reason: \"r\", idempotencyKey: \"bad-amount\"}) { entry { id } } }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("INVALID_DOCUMENT");
    }

    @Test
    void rejectsAnInvalidDate() {
        var answer = award(Map.of("occurredAt", "2026-02-31T00:00:00Z"));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_DOCUMENT");
        assertThat(answer.at("/errors/0/extensions/classification").asString())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void rejectsAPageThatIsTooLarge() {
        var document = "{ " + ADA + " { badgeAwards(first: 100000) { edges { cursor } } } }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badgeAwards(first: 0)", "referrals(first: -5)"})
    void rejectsAPageWithoutItems(String field) {
        var document = "{ " + ADA + " { " + field + " { edges { cursor } } } }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referralChain(maxDepth: 0) { depth }",
                "referralChain(maxDepth: 101) { depth }"
            })
    void rejectsAChainDepthOutOfBounds(String field) {
        assertThat(api.errorCodes("larkspur", "{ " + ADA + " { " + field + " } }"))
                .containsExactly("INVALID_ARGUMENT");
    }

    @Test
    void rejectsAQueryThatIsFiftyLevelsDeep() {
        var document =
                "{ " + ADA + " " + "{ referrer ".repeat(50) + "{ id }" + " }".repeat(50) + " }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void rejectsAQueryThatMultipliesPages() {
        var page = "referrals(first: 100) { edges { node { ";
        var document = "{ " + ADA + " { " + page.repeat(3) + "id" + " } } }".repeat(3) + " } }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void rejectsExponentialFragmentsInLinearTime() {
        var fragments =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        "fragment f"
                                                + i
                                                + " on Customer { ...f"
                                                + (i + 1)
                                                + " ...f"
                                                + (i + 1)
                                                + " }")
                        .collect(Collectors.joining(" "));
        var document =
                "{ " + ADA + " { ...f0 } } " + fragments + " fragment f60 on Customer { id }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void rejectsMoreThanThirtyAliases() {
        var document =
                "{ "
                        + IntStream.range(0, 31)
                                .mapToObj(i -> "a" + i + ": __typename")
                                .collect(Collectors.joining(" "))
                        + " }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void rejectsMoreThanFiveMutationsInOneDocumentAndRunsNone() {
        var before = balanceOfBarbara();
        var one =
                "awardPoints(input: {customer: {id: \"%s\"}, amount: 1, reason: \"r\","
                        + " idempotencyKey: \"many-%d-%s\"}) { isReplay }";
        var document =
                "mutation { "
                        + IntStream.range(0, 6)
                                .mapToObj(
                                        i ->
                                                "m"
                                                        + i
                                                        + ": "
                                                        + one.formatted(
                                                                barbara(), i, UUID.randomUUID()))
                                .collect(Collectors.joining(" "))
                        + " }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
        assertThat(balanceOfBarbara()).isEqualTo(before);
    }

    @Test
    void rejectsADocumentOfTooManyTokens() {
        assertThat(api.errorCodes("larkspur", "{ " + "id ".repeat(4_000) + "}"))
                .containsExactly("INVALID_SYNTAX");
    }

    @Test
    void rejectsABodyOfTenMegabytes() {
        var response =
                api.post(api.key("larkspur"), "{\"query\": \"" + " ".repeat(10_000_000) + "\"}");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Api.json(response).at("/errors/0/extensions/code").asString())
                .isEqualTo("BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[1]", "{\"nothing\": true}"})
    void rejectsABodyThatIsNotAGraphQlRequest(String body) {
        var response = api.post(api.key("larkspur"), body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).at("/errors/0/extensions/code").asString())
                .isEqualTo("INVALID_REQUEST");
        assertThat(response.body()).doesNotContain("Exception");
    }

    @Test
    void returnsNullForIdsThatDoNotExist() {
        var document =
                "{ node(id: \"cus_01ARZ3NDEKTSV4RRFFQ69G5FAV\") { id } other: node(id:"
                        + " \"nonsense\") { id } }";
        var data = api.data("larkspur", document);
        assertThat(data.path("node").isNull()).isTrue();
        assertThat(data.path("other").isNull()).isTrue();
    }

    @Test
    void rejectsCyclicIntrospection() {
        var document =
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } }"
                        + " }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void allowsIntrospection() {
        var types =
                api.data(
                        "larkspur",
                        "{ __schema { types { name fields { name args { name } } } } }");
        assertThat(types.at("/__schema/types").size()).isGreaterThan(50);
    }

    private tools.jackson.databind.JsonNode award(Map<String, ?> changes) {
        var input =
                new java.util.HashMap<String, Object>(
                        Map.of(
                                "customer",
                                Map.of("id", barbara()),
                                "amount",
                                1,
                                "reason",
                                "r",
                                "idempotencyKey",
                                UUID.randomUUID().toString()));
        input.putAll(changes);
        var document =
                "mutation($input: AwardPointsInput!) { awardPoints(input: $input) { entry { id }"
                        + " userErrors { code } } }";
        return JsonMapper.shared()
                .valueToTree(api.answer("larkspur", document, Map.of("input", input)));
    }

    private String barbara() {
        var document =
                "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"barbara\"}}) { id }"
                        + " }";
        return api.data("larkspur", document).at("/customer/id").asString();
    }

    private long balanceOfBarbara() {
        var document =
                "{ customer(ref: {external: {brand: \"larkspur\", externalId: \"barbara\"}}) {"
                        + " wallet { balance } } }";
        return api.data("larkspur", document).at("/customer/wallet/balance").asLong();
    }
}
