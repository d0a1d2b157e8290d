package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.TestCustomer;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** References to customers, contributions and activities, by id or by external id. */
@ApiTest
class ReferencesIT {

    private static final String RECORD =
            """
            mutation($input: RecordActivitiesInput!) {
              recordActivities(input: $input) {
                results { activity { id } userErrors { code message path } isReplay }
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
    void anAwardByExternalIdIsTheSameCallAsOneById() {
        var key = UUID.randomUUID().toString();
        var first = award(external("ida"), key);
        assertThat(first.at("/entry/amount").asLong()).isEqualTo(7);
        var second = award(Map.of("id", ida.id()), key);
        assertThat(second.path("isReplay").asBoolean()).isTrue();
        assertThat(second.path("entry")).isEqualTo(first.path("entry"));
        assertThat(ida.balance()).isEqualTo(7);
    }

    @Test
    void anUnknownExternalIdIsNotFoundUntilTheCustomerEnrols() {
        var key = UUID.randomUUID().toString();
        var error = award(external("newcomer"), key).at("/userErrors/0");
        assertThat(error.path("code").asString()).isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(error.at("/path/0").asString()).isEqualTo("customer");
        testBrand.enrol(ida.brand(), "newcomer");
        assertThat(award(external("newcomer"), key).path("userErrors")).isEmpty();
    }

    @Test
    void customersOfOtherBrandsAreNotFoundAndTheirIdsNotRevealed() {
        assertThat(award(external("ida"), UUID.randomUUID().toString()).path("entry").isObject())
                .isTrue();
        var input =
                Map.of(
                        "customer",
                        external("ida"),
                        "amount",
                        7,
                        "reason",
                        "A visit",
                        "idempotencyKey",
                        UUID.randomUUID().toString());
        var document =
                """
                mutation($input: AwardPointsInput!) {
                  awardPoints(input: $input) { userErrors { code message } }
                }
                """;
        var error =
                api.data("larkspur", document, Map.of("input", input))
                        .at("/awardPoints/userErrors/0");
        assertThat(error.path("code").asString()).isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(error.path("message").asString()).doesNotContain(ida.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{id: null}",
                "{id: \"cus_1\", external: {brand: \"b\", externalId: \"e\"}}",
                "{external: {brand: \"b\"}}"
            })
    void aReferenceWithoutExactlyOneMemberIsNoValidDocument(String reference) {
        var document = "{ customer(ref: %s) { id } }".formatted(reference);
        assertThat(api.errorCodes(ida.partner(), document)).containsExactly("INVALID_DOCUMENT");
    }

    @Test
    void aCustomerIsQueriedByIdAndByExternalId() {
        var document = "query($ref: CustomerRef!) { customer(ref: $ref) { id externalId } }";
        for (var ref : List.of(Map.of("id", ida.id()), external("ida"))) {
            var found = api.data(ida.partner(), document, Map.of("ref", ref)).path("customer");
            assertThat(found.path("id").asString()).isEqualTo(ida.id());
            assertThat(found.path("externalId").asString()).isEqualTo("ida");
        }
        var unknown = Map.of("ref", external("nobody"));
        assertThat(api.data(ida.partner(), document, unknown).path("customer").isNull()).isTrue();
    }

    @Test
    void anActivityIsRecordedForACustomerNamedEitherWay() {
        var first = record("o-1", external("ida"));
        assertThat(first.path("userErrors")).isEmpty();
        var again = record("o-1", Map.of("id", ida.id()));
        assertThat(again.path("isReplay").asBoolean()).isTrue();
        var foreign = testBrand.enrol(testBrand.newBrand(), "ida");
        for (var ref : List.of(Map.of("id", foreign.id()), Api.external("larkspur", "ada"))) {
            var error = record("o-2", ref).at("/userErrors/0");
            assertThat(error.path("code").asString()).isEqualTo("CUSTOMER_NOT_FOUND");
            assertThat(error.at("/path/0").asString()).isEqualTo("customer");
        }
    }

    @Test
    void anActivityIsCancelledAndCausesAwardsByItsExternalId() {
        record("o-1", external("ida"));
        var order =
                Map.of(
                        "external",
                        Map.of(
                                "brand", ida.brand().key(),
                                "kind", "order.paid",
                                "externalId", "o-1"));
        var caused = Map.of("amount", 5, "causedBy", Map.of("activity", order));
        assertThat(Api.userErrorCodes(ida.move("awardPoints", caused))).isEmpty();
        assertThat(cancel(order).path("userErrors")).isEmpty();
        assertThat(cancel(order).at("/userErrors/0/code").asString())
                .isEqualTo("ALREADY_CANCELLED");
        var unknown =
                Map.of(
                        "external",
                        Map.of(
                                "brand", ida.brand().key(),
                                "kind", "order.sent",
                                "externalId", "o-1"));
        var error = cancel(unknown).at("/userErrors/0");
        assertThat(error.path("code").asString()).isEqualTo("ACTIVITY_NOT_FOUND");
        assertThat(error.at("/path/0").asString()).isEqualTo("activity");
    }

    private Map<String, ?> external(String externalId) {
        return Api.external(ida.brand().key(), externalId);
    }

    private JsonNode award(Map<String, ?> customer, String key) {
        return api.move(
                ida.partner(),
                "awardPoints",
                Map.of(
                        "customer",
                        customer,
                        "amount",
                        7,
                        "reason",
                        "A visit",
                        "idempotencyKey",
                        key));
    }

    private JsonNode record(String id, Map<String, ?> customer) {
        var activity =
                Map.of(
                        "externalId",
                        id,
                        "kind",
                        "order.paid",
                        "customer",
                        customer,
                        "occurredAt",
                        "2026-11-01T10:00:00Z");
        var input = Map.of("brand", ida.brand().key(), "activities", List.of(activity));
        return api.data(ida.partner(), RECORD, Map.of("input", input))
                .at("/recordActivities/results/0");
    }

    private JsonNode cancel(Map<String, ?> activity) {
        var document =
                """
                mutation($input: CancelActivityInput!) {
                  cancelActivity(input: $input) { userErrors { code path } }
                }
                """;
        var input =
                Map.of(
                        "activity",
                        activity,
                        "reason",
                        "Returned",
                        "idempotencyKey",
                        UUID.randomUUID().toString());
        return api.data(ida.partner(), document, Map.of("input", input)).path("cancelActivity");
    }
}
