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
import java.util.Map;
import java.util.UUID;

/** Partner limits: set by the administrator, enforced on awards. */
@ApiTest
class PartnerLimitsIT {

    @Autowired Api api;

    @Autowired TestBrand testBrand;

    TestCustomer ida;

    @BeforeEach
    void registerAPartner() {
        ida = TestCustomer.of(api, testBrand);
    }

    @Test
    void areVisibleToThePartner() {
        assertThat(limits().toString())
                .isEqualTo("{\"perCall\":null,\"perCustomerPerDay\":null,\"total\":null}");
        var set = set(Map.of("perCall", 100, "total", 1_000));
        assertThat(set.at("/partner/limits")).isEqualTo(limits());
        assertThat(limits().toString())
                .isEqualTo("{\"perCall\":100,\"perCustomerPerDay\":null,\"total\":1000}");
    }

    @Test
    void applyFromTheNextAward() {
        assertThat(Api.userErrorCodes(award(101))).isEmpty();
        set(Map.of("perCall", 100));
        var rejected = award(101);
        assertThat(Api.userErrorCodes(rejected)).containsExactly("AWARD_LIMIT_EXCEEDED");
        assertThat(rejected.at("/userErrors/0/limit").asLong()).isEqualTo(100);
        assertThat(rejected.at("/userErrors/0/remaining").asLong()).isEqualTo(100);
        assertThat(Api.userErrorCodes(award(100))).isEmpty();
        set(Map.of());
        assertThat(Api.userErrorCodes(award(101))).isEmpty();
    }

    @Test
    void countTheRemainderPerCustomerAndDay() {
        set(Map.of("perCustomerPerDay", 150));
        assertThat(Api.userErrorCodes(award(100))).isEmpty();
        var rejected = award(100);
        assertThat(Api.userErrorCodes(rejected)).containsExactly("AWARD_LIMIT_EXCEEDED");
        assertThat(rejected.at("/userErrors/0/remaining").asLong()).isEqualTo(50);
        assertThat(Api.userErrorCodes(award(50))).isEmpty();
    }

    @Test
    void areRejectedIfInvalid() {
        assertThat(Api.userErrorCodes(set(Map.of("total", -1)))).containsExactly("INVALID_INPUT");
        assertThat(Api.userErrorCodes(set(Map.of("partnerId", "ptn_01ARZ3NDEKTSV4RRFFQ69G5FAV"))))
                .containsExactly("PARTNER_NOT_FOUND");
    }

    private JsonNode award(long amount) {
        return ida.move("awardPoints", Map.of("amount", amount));
    }

    private JsonNode set(Map<String, ?> limits) {
        var input = new HashMap<String, Object>();
        input.put("partnerId", ida.partner());
        input.put("idempotencyKey", UUID.randomUUID().toString());
        input.putAll(limits);
        var document =
                """
                mutation($input: SetPartnerLimitsInput!) {
                  setPartnerLimits(input: $input) {
                    partner { limits { perCall perCustomerPerDay total } }
                    userErrors { code path }
                  }
                }
                """;
        return api.data("administrator", document, Map.of("input", input)).path("setPartnerLimits");
    }

    private JsonNode limits() {
        var document =
                """
                query($id: ID!) {
                  node(id: $id) { ... on Partner { limits { perCall perCustomerPerDay total } } }
                }
                """;
        return api.data(ida.partner(), document, Map.of("id", ida.partner())).at("/node/limits");
    }
}
