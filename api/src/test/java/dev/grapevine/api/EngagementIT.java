package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Engagement definitions, scores and trends over HTTP. */
@ApiTest
class EngagementIT {

    private static final String CREATE =
            """
            mutation($input: CreateEngagementDefinitionInput!) {
              createEngagementDefinition(input: $input) {
                definition { id version } userErrors { code path message } isReplay
              }
            }
            """;
    private static final String SCORES_AND_TRENDS =
            """
            query($brand: String!, $definition: String!, $version: Int, $weeks: Int!) {
              customer(ref: {external: {brand: $brand, externalId: "ada"}}) {
                engagement(definition: $definition, version: $version) { score definition { version } }
                engagementTrend(definition: $definition, version: $version, weeks: $weeks) { score }
                brand {
                  engagementDefinition(key: $definition, version: $version) { version }
                  engagementTrend(definition: $definition, version: $version, weeks: $weeks) { score }
                }
              }
            }
            """;

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    Brand brand;

    @BeforeEach
    void enrolAda() {
        brand = testBrand.newBrand();
        testBrand.enrol(brand, "ada");
    }

    @Test
    void returnsNullForAnUnknownDefinition() {
        create("shop", 10, "order.paid");
        for (var unknown :
                List.of(variables("none", 1), variables("shop", 2), variables("shop", -1))) {
            var customer = api.data("administrator", SCORES_AND_TRENDS, unknown).path("customer");
            assertThat(customer.path("engagement").isNull()).isTrue();
            assertThat(customer.path("engagementTrend").isNull()).isTrue();
            assertThat(customer.at("/brand/engagementDefinition").isNull()).isTrue();
            assertThat(customer.at("/brand/engagementTrend").isNull()).isTrue();
        }
        var customer =
                api.data("administrator", SCORES_AND_TRENDS, variables("shop", 1)).path("customer");
        assertThat(customer.at("/engagement/definition/version").asInt()).isEqualTo(1);
        assertThat(customer.at("/brand/engagementTrend").size()).isEqualTo(2);
    }

    @Test
    void createsDefinitionsForTheAdministratorOnly() {
        var input = input("shop", 10, "order.paid");
        var partner = api.newPartner(brand.key());
        assertThat(api.errorCodes(partner, CREATE, Map.of("input", input)))
                .containsExactly("FORBIDDEN");
        create("shop", 10, "order.paid");
        var customer = api.data(partner, SCORES_AND_TRENDS, variables("shop", 1)).path("customer");
        assertThat(customer.at("/engagement/score").asLong()).isZero();
    }

    @Test
    void showsDefinitionsToTheirBrandOnly() {
        var id = create("shop", 10, "order.paid").at("/definition/id").asString();
        var document = "query($id: ID!) { node(id: $id) { ... on EngagementDefinition { key } } }";
        var foreignPartner = api.newPartner(testBrand.newBrand().key());
        assertThat(api.data(foreignPartner, document, Map.of("id", id)).path("node").isNull())
                .isTrue();
        var own = api.newPartner(brand.key());
        assertThat(api.data(own, document, Map.of("id", id)).at("/node/key").asString())
                .isEqualTo("shop");
    }

    @Test
    void listsTheDefinitionsThatCountAKind() {
        var earningApi = new EarningApi(api);
        var action = Map.of("action", "BUY", "weight", 10, "kinds", List.of("purchase.made"));
        var shop = Map.of("brand", earningApi.brand(), "key", "shop", "name", "Shop");
        var definition = new HashMap<String, Object>(shop);
        definition.put("actions", List.of(action));
        earningApi.payload("createEngagementDefinition", "isReplay", definition);
        var document =
                """
                query($brand: String!) {
                  activityKind(brand: $brand, key: "purchase.made") { countedBy { key version } }
                  brand(key: $brand) { activityKinds { edges { node { key countedBy { key } } } } }
                }
                """;
        var partner = api.newPartner(earningApi.brand());
        var data = api.data(partner, document, Map.of("brand", earningApi.brand()));
        assertThat(data.at("/activityKind/countedBy").toString())
                .isEqualTo("[{\"key\":\"shop\",\"version\":1}]");
        var kinds = data.at("/brand/activityKinds/edges");
        assertThat(kinds.at("/0/node/key").asString()).isEqualTo("review.posted");
        assertThat(kinds.at("/0/node/countedBy").toString()).isEqualTo("[]");
        assertThat(kinds.at("/1/node/countedBy/0/key").asString()).isEqualTo("shop");
    }

    @Test
    void reportsErrorsOfADefinition() {
        var weight = create("shop", 1_001, "order.paid").path("userErrors");
        assertThat(weight.size()).isEqualTo(1);
        assertThat(weight.at("/0/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(weight.at("/0/path").toString()).isEqualTo("[\"actions\",\"0\",\"weight\"]");
        var twice = create("shop", 1, "order.paid", "order.paid").path("userErrors");
        assertThat(twice.at("/0/code").asString()).isEqualTo("KIND_COUNTED_TWICE");
        assertThat(twice.at("/0/message").asString())
                .isEqualTo("kinds of PURCHASE contains 'order.paid' twice.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 54, -1, Integer.MAX_VALUE})
    void boundsTheWeeksOfATrend(int weeks) {
        var variables = Map.of("brand", brand.key(), "definition", "shop", "weeks", weeks);
        assertThat(api.errorCodes("administrator", SCORES_AND_TRENDS, variables))
                .containsOnly("INVALID_ARGUMENT");
    }

    private Map<String, ?> variables(String definition, int version) {
        return Map.of(
                "brand", brand.key(), "definition", definition, "version", version, "weeks", 2);
    }

    private JsonNode create(String key, long weight, String... kinds) {
        return api.data("administrator", CREATE, Map.of("input", input(key, weight, kinds)))
                .path("createEngagementDefinition");
    }

    private Map<String, ?> input(String key, long weight, String... kinds) {
        var action = Map.of("action", "PURCHASE", "weight", weight, "kinds", List.of(kinds));
        return Map.of(
                "brand",
                brand.key(),
                "key",
                key,
                "name",
                "Shop",
                "actions",
                List.of(action),
                "idempotencyKey",
                UUID.randomUUID().toString());
    }
}
