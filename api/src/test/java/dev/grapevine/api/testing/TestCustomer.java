package dev.grapevine.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.testing.TestBrand;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A customer of a new brand.
 *
 * @param partner id of a partner of the brand, the caller of the commands
 * @param id id of the customer
 */
public record TestCustomer(Api api, Brand brand, String partner, String id) {

    public static TestCustomer of(Api api, TestBrand testBrand) {
        var brand = testBrand.newBrand();
        return new TestCustomer(
                api, brand, api.newPartner(brand.key()), testBrand.enrol(brand, "ida").id());
    }

    /** Executes a command on the points of the customer; returns its payload. */
    public JsonNode move(String mutation, Map<String, ?> input) {
        var completeInput =
                new HashMap<String, Object>(Map.of("customer", Map.of("id", id), "reason", "r"));
        completeInput.putAll(input);
        // adjustPoints requires the administrator.
        var caller = mutation.equals("adjustPoints") ? "administrator" : partner;
        return api.move(caller, mutation, completeInput);
    }

    /**
     * Executes a command and returns the id of its entry; fails the test if the command is
     * rejected.
     */
    public String entry(String mutation, Map<String, ?> input) {
        var payload = move(mutation, input);
        assertThat(Api.userErrorCodes(payload)).isEmpty();
        return payload.at("/entry/id").asString();
    }

    /** Executes a command without a customer in its input; returns its payload. */
    public JsonNode call(String mutation, Map<String, ?> input) {
        return api.move(partner, mutation, input);
    }

    /** Returns fields of the customer. */
    public JsonNode customer(String fields) {
        var document = "query($id: ID!) { node(id: $id) { ... on Customer { " + fields + " } } }";
        return api.data(partner, document, Map.of("id", id)).path("node");
    }

    /** Returns fields of the customer's standard wallet. */
    public JsonNode wallet(String fields) {
        return customer("wallet { " + fields + " }").path("wallet");
    }

    public long balance() {
        return wallet("balance").path("balance").asLong();
    }

    /** Creates or replaces a currency of the brand as the administrator; returns the payload. */
    public JsonNode setCurrency(Map<String, ?> currency) {
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
