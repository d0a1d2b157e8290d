package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.UUID;

@ApiTest
class CallersIT {

    @Autowired Api api;

    @Test
    void challengesARequestWithoutAKey() {
        var response = api.post(null, "{\"query\": \"{ brand(key: \\\"larkspur\\\") { id } }\"}");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"grapevine\"");
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(Api.json(response).at("/errors/0/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "gv_live_000000000000_0000000000000000000000000000000000000000000000000000000000000000"
            })
    void rejectsAnInvalidKey(String key) {
        var response = api.post(key, "{\"query\": \"{ brand(key: \\\"larkspur\\\") { id } }\"}");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
    }

    @Test
    void rejectsAKeyWhoseSecretDiffersInOneDigit() {
        var key = api.key("larkspur");
        var last = key.charAt(key.length() - 1) == '0' ? '1' : '0';
        var response =
                api.post(
                        key.substring(0, key.length() - 1) + last,
                        "{\"query\": \"{ __typename }\"}");
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void showsAPartnerOnlyItsOwnBrand() {
        var document = "query($key: String!) { brand(key: $key) { name } }";
        assertThat(
                        api.data("larkspur", document, Map.of("key", "larkspur"))
                                .at("/brand/name")
                                .asString())
                .isEqualTo("Larkspur Bicycles");
        assertThat(api.data("larkspur", document, Map.of("key", "orbit")).path("brand").isNull())
                .isTrue();
        assertThat(
                        api.data("administrator", document, Map.of("key", "orbit"))
                                .at("/brand/name")
                                .asString())
                .isEqualTo("Orbit Coffee");
    }

    @Test
    void returnsTheSameForForeignAndMissingCustomers() {
        var document =
                "query($id: String!) { customer(ref: {external: {brand: \"orbit\", externalId:"
                        + " $id}}) { id } }";
        assertThat(api.answer("larkspur", document, Map.of("id", "hedy")))
                .isEqualTo(api.answer("larkspur", document, Map.of("id", "nobody")));
    }

    @Test
    void hidesNodesOfOtherBrands() {
        var hedy = hedy();
        var document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        var ids =
                Map.of(
                        "ids",
                        java.util.List.of(
                                hedy.id(), hedy.walletId(), hedy.entryId(), "cus_nonsense"));
        assertThat(api.data("larkspur", document, ids).path("nodes").valueStream())
                .hasSize(4)
                .allMatch(node -> node.isNull());
        assertThat(
                        api.data("orbit", document, ids)
                                .path("nodes")
                                .valueStream()
                                .filter(node -> !node.isNull()))
                .hasSize(3);
    }

    @Test
    void rejectsCommandsOnCustomersOfOtherBrandsAsNotFound() {
        var award =
                """
                mutation($input: AwardPointsInput!) {
                  awardPoints(input: $input) { entry { id } userErrors { code message } }
                }
                """;
        var hidden = api.data("larkspur", award, input(hedy().id()));
        assertThat(hidden.at("/awardPoints/userErrors/0/code").asString())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        var unknown = api.data("larkspur", award, input("cus_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(unknown.at("/awardPoints/userErrors/0/code").asString())
                .isEqualTo("CUSTOMER_NOT_FOUND");
    }

    private static Map<String, ?> input(String customerId) {
        return Map.of(
                "input",
                Map.of(
                        "customer",
                        Map.of("id", customerId),
                        "amount",
                        1,
                        "reason",
                        "A test",
                        "idempotencyKey",
                        UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registerBrand(input: {key: \"mine\", name: \"Mine\", idempotencyKey:"
                        + " \"callers-1\"})",
                "registerPartner(input: {brand: \"larkspur\", name: \"Mine\", idempotencyKey:"
                        + " \"callers-2\"})",
                "createBadge(input: {brand: \"larkspur\", key: \"mine\", name: \"Mine\","
                        + " idempotencyKey: \"callers-3\"})",
                "setCurrency(input: {brand: \"larkspur\", code: \"mine\", name: \"Mine\","
                        + " idempotencyKey: \"callers-4\"})",
                "setPartnerLimits(input: {partnerId: \"ptn_01ARZ3NDEKTSV4RRFFQ69G5FAV\","
                        + " idempotencyKey: \"callers-5\"})"
            })
    void forbidsPartnersTheMutationsOfTheAdministrator(String mutation) {
        var document = "mutation { " + mutation + " { userErrors { code } } }";
        assertThat(api.errorCodes("larkspur", document)).containsExactly("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verifyLedger { isConsistent }",
                "verifyLedger(brand: \"larkspur\") { isConsistent }",
                "auditEntry(entryId: \"pte_01ARZ3NDEKTSV4RRFFQ69G5FAV\") { hash }"
            })
    void forbidsPartnersTheQueriesOfTheAdministrator(String query) {
        assertThat(api.errorCodes("larkspur", "{ " + query + " }")).containsExactly("FORBIDDEN");
    }

    @Test
    void issuesAKeyThatWorksAtOnceAndIsShownOnlyOnce() {
        var document =
                """
                mutation($key: ID!) {
                  registerPartner(input: {brand: "larkspur", name: "Ride app", idempotencyKey: $key}) {
                    partner { id name brand { key } } apiKey isReplay
                  }
                }
                """;
        var variables = Map.of("key", UUID.randomUUID().toString());
        var first = api.data("administrator", document, variables).path("registerPartner");
        var key = first.path("apiKey").asString();
        var response = api.post(key, "{\"query\": \"{ brand(key: \\\"larkspur\\\") { name } }\"}");
        assertThat(Api.json(response).at("/data/brand/name").asString())
                .isEqualTo("Larkspur Bicycles");
        var again = api.data("administrator", document, variables).path("registerPartner");
        assertThat(again.path("apiKey").isNull()).isTrue();
        assertThat(again.path("isReplay").asBoolean()).isTrue();
        assertThat(again.path("partner")).isEqualTo(first.path("partner"));
    }

    private record Hedy(String id, String walletId, String entryId) {}

    private Hedy hedy() {
        var document =
                """
                { customer(ref: {external: {brand: "orbit", externalId: "hedy"}}) {
                    id wallet { id entries { edges { node { id } } } } } }
                """;
        var hedy = api.data("orbit", document).path("customer");
        return new Hedy(
                hedy.path("id").asString(),
                hedy.at("/wallet/id").asString(),
                hedy.at("/wallet/entries/edges/0/node/id").asString());
    }
}
