package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.testing.TestBrand;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A customer with points, of a brand that no other test knows.
 *
 * @param partner the brand's partner, in whose name calls are made
 * @param id the customer's
 */
public record TestCustomer(Api api, Brand brand, String partner, String id) {

    public static TestCustomer of(Api api, TestBrand testBrand) {
        var brand = testBrand.newBrand();
        return new TestCustomer(
                api, brand, api.newPartner(brand.key()), testBrand.enrol(brand, "ida").id());
    }

    /** What becomes of a command on the customer's points. */
    public JsonNode move(String mutation, Map<String, ?> input) {
        var whole =
                new HashMap<String, Object>(Map.of("customer", Map.of("id", id), "reason", "r"));
        whole.putAll(input);
        // Only the administrator corrects balances.
        var caller = mutation.equals("adjustPoints") ? "administrator" : partner;
        return api.move(caller, mutation, whole);
    }

    /** The id of the entry that such a command wrote. */
    public String entry(String mutation, Map<String, ?> input) {
        var payload = move(mutation, input);
        assertThat(Api.refusals(payload)).isEmpty();
        return payload.at("/entry/id").asString();
    }

    /** What becomes of a command that is not about a customer. */
    public JsonNode call(String mutation, Map<String, ?> input) {
        return api.move(partner, mutation, input);
    }

    /** Fields of the customer. */
    public JsonNode customer(String fields) {
        var document = "query($id: ID!) { node(id: $id) { ... on Customer { " + fields + " } } }";
        return api.data(partner, document, Map.of("id", id)).path("node");
    }

    /** Fields of the customer's standard wallet. */
    public JsonNode wallet(String fields) {
        return customer("wallet { " + fields + " }").path("wallet");
    }

    public long balance() {
        return wallet("balance").path("balance").asLong();
    }

    /** What becomes of a currency of the brand that the administrator defines. */
    public JsonNode define(Map<String, ?> currency) {
        var input = new HashMap<String, Object>(currency);
        input.put("brand", brand.key());
        input.put("idempotencyKey", UUID.randomUUID().toString());
        var document =
                """
                mutation($input: SetCurrencyInput!) {
                  setCurrency(input: $input) { currency { code } userErrors { code path } }
                }
                """;
        return api.data("administrator", document, Map.of("input", input)).path("setCurrency");
    }
}
