package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

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

/** Activity kinds, their fields, and cancellations, in a separate brand. */
@ApiTest
class ActivityKindsIT {

    private static final String CREATE =
            """
            mutation($input: CreateActivityKindInput!) {
              createActivityKind(input: $input) {
                activityKind { id key name domain channel direction stage isEarningEligible isCampaignOnly
                               fields { name type isRequired } createdAt }
                userErrors { code path }
                isReplay
              }
            }
            """;
    private static final String RECORD =
            """
            mutation($input: RecordActivitiesInput!) {
              recordActivities(input: $input) {
                results {
                  activity { id kind channel fields { name value } contributionKind isReplyToOwn cancelledAt }
                  userErrors { code path }
                  isReplay
                }
                userErrors { code }
              }
            }
            """;
    private static final String CANCEL =
            """
            mutation($input: CancelActivityInput!) {
              cancelActivity(input: $input) {
                activity { id cancelledAt cancellationReason }
                userErrors { code path }
                isReplay
              }
            }
            """;

    @Autowired Api api;

    private final String brand = "b-" + UUID.randomUUID().toString().substring(0, 18);

    @BeforeEach
    void createBrandWithReviews() {
        administrator(
                "mutation($input: RegisterBrandInput!) { registerBrand(input: $input) { userErrors"
                        + " { code } } }",
                Map.of("key", brand, "name", "A brand"));
        administrator(
                "mutation($input: EnrolCustomerInput!) { enrolCustomer(input: $input) { userErrors"
                        + " { code } } }",
                Map.of("brand", brand, "externalId", "ada"));
        assertThat(create("review.posted").at("/userErrors")).isEmpty();
    }

    private JsonNode administrator(String document, Map<String, ?> input) {
        return api.data("administrator", document, Map.of("input", keyed(input)));
    }

    private static Map<String, Object> keyed(Map<String, ?> input) {
        var keyed = new HashMap<String, Object>();
        keyed.put("idempotencyKey", UUID.randomUUID().toString());
        keyed.putAll(input);
        return keyed;
    }

    private Map<String, Object> kind(String name) {
        return Map.of(
                "brand",
                brand,
                "key",
                name,
                "name",
                "Wrote a review",
                "domain",
                "MARKETING",
                "channel",
                "web",
                "stage",
                "AFTER_SALE",
                "fields",
                List.of(
                        Map.of("name", "stars", "type", "NUMBER", "isRequired", true),
                        Map.of("name", "isVerified", "type", "BOOLEAN"),
                        Map.of("name", "product", "type", "TEXT")));
    }

    private JsonNode create(String name) {
        return administrator(CREATE, kind(name)).path("createActivityKind");
    }

    private JsonNode record(List<Map<String, Object>> activities) {
        return api.data(
                        "administrator",
                        RECORD,
                        Map.of("input", Map.of("brand", brand, "activities", activities)))
                .path("recordActivities");
    }

    private Map<String, Object> review(Map<String, ?> other) {
        var review = new HashMap<String, Object>();
        review.put("externalId", UUID.randomUUID().toString());
        review.put("kind", "review.posted");
        review.put("customer", Api.external(brand, "ada"));
        review.put("occurredAt", "2026-03-01T12:00:00Z");
        review.put("fields", List.of(field("stars", "5")));
        review.putAll(other);
        return review;
    }

    private static Map<String, String> field(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    @Test
    void areFoundByKeyByIdAndFromTheirBrand() {
        var created = create("review.liked").path("activityKind");
        assertThat(created.path("direction").asString()).isEqualTo("INBOUND");
        assertThat(created.path("isEarningEligible").asBoolean()).isTrue();
        assertThat(created.path("isCampaignOnly").asBoolean()).isFalse();
        assertThat(created.at("/fields/0/isRequired").asBoolean()).isTrue();
        assertThat(created.at("/fields/1/isRequired").asBoolean()).isFalse();
        var document =
                """
                query($brand: String!, $id: ID!) {
                  activityKind(brand: $brand, key: "review.liked") { id }
                  node(id: $id) { __typename ... on ActivityKind { name } }
                  brand(key: $brand) { activityKinds(first: 1) { edges { node { key } } pageInfo { hasNextPage } } }
                }
                """;
        var variables = Map.of("brand", brand, "id", created.path("id").asString());
        var found = api.data("administrator", document, variables);
        assertThat(found.at("/activityKind/id")).isEqualTo(created.path("id"));
        assertThat(found.at("/node/__typename").asString()).isEqualTo("ActivityKind");
        assertThat(found.at("/brand/activityKinds/edges/0/node/key").asString())
                .isEqualTo("review.posted");
        assertThat(found.at("/brand/activityKinds/pageInfo/hasNextPage").asBoolean()).isTrue();
        var foreign = api.data("larkspur", document, variables);
        assertThat(foreign.path("activityKind").isNull()).isTrue();
        assertThat(foreign.path("node").isNull()).isTrue();
        assertThat(foreign.path("brand").isNull()).isTrue();
    }

    @Test
    void areCreatedByTheAdministratorOnly() {
        var input = new HashMap<>(kind("review.liked"));
        input.put("brand", "larkspur");
        assertThat(api.errorCodes("larkspur", CREATE, Map.of("input", keyed(input))))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void returnAResultPerActivity() {
        var answer =
                record(
                        List.of(
                                review(Map.of("channel", "app")),
                                review(Map.of("kind", "review.psoted")),
                                review(Map.of("fields", List.of(field("stars", "five")))),
                                review(Map.of("fields", List.of())),
                                review(
                                        Map.of(
                                                "fields",
                                                List.of(field("stars", "5"), field("stars", "5")))),
                                review(
                                        Map.of(
                                                "fields",
                                                List.of(field("stars", "5"), field("x", "5")))),
                                review(Map.of("channel", "The Web")),
                                review(Map.of("occurredAt", "2999-01-01T00:00:00Z")),
                                review(Map.of("kind", "contribution.viewed")),
                                review(
                                        Map.of(
                                                "fields",
                                                List.of(
                                                        field("stars", "4.50"),
                                                        field("isVerified", "true"))))));
        assertThat(answer.path("userErrors")).isEmpty();
        var results = answer.path("results");
        assertThat(
                        results.valueStream()
                                .map(result -> result.at("/userErrors/0/code").asString("")))
                .containsExactly(
                        "",
                        "KIND_NOT_FOUND",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "RESERVED_KIND",
                        "");
        assertThat(results.valueStream().map(result -> result.at("/userErrors/0/path").toString()))
                .containsExactly(
                        "",
                        "[\"kind\"]",
                        "[\"fields\",\"stars\"]",
                        "[\"fields\",\"stars\"]",
                        "[\"fields\",\"stars\"]",
                        "[\"fields\",\"x\"]",
                        "[\"channel\"]",
                        "[\"occurredAt\"]",
                        "[\"kind\"]",
                        "");
        assertThat(results.at("/0/activity/channel").asString()).isEqualTo("app");
        assertThat(results.at("/9/activity/channel").asString()).isEqualTo("web");
        assertThat(results.at("/9/activity/fields").toString())
                .isEqualTo(
                        "[{\"name\":\"isVerified\",\"value\":\"true\"},"
                                + "{\"name\":\"stars\",\"value\":\"4.5\"}]");
        assertThat(results.at("/9/activity/contributionKind").isNull()).isTrue();
        assertThat(results.at("/9/activity/isReplyToOwn").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields: [{name: \"stars\", value: 5}]",
                "fields: [{name: \"stars\"}]",
                "fields: [null]",
                "fields: null",
                "channel: 7"
            })
    void rejectDocumentsThatDoNotFitTheSchema(String wrong) {
        var document =
                "mutation { recordActivities(input: {brand: \"%s\", activities: [{externalId:"
                        + " \"a\", kind: \"review.posted\", customer: {external: {brand: \"shop\","
                        + " externalId: \"ada\"}}, occurredAt: \"2026-03-01T12:00:00Z\", %s}]}) {"
                        + " results { isReplay } } }";
        assertThat(api.errorCodes("administrator", document.formatted(brand, wrong)))
                .containsExactly("INVALID_DOCUMENT");
    }

    @Test
    void letActivitiesBeCancelledOnce() {
        var id = record(List.of(review(Map.of()))).at("/results/0/activity/id").asString();
        var input = keyed(Map.of("activity", Map.of("id", id), "reason", "Was a mistake"));
        var first = cancel("administrator", input);
        assertThat(first.path("userErrors")).isEmpty();
        assertThat(first.at("/activity/cancellationReason").asString()).isEqualTo("Was a mistake");
        assertThat(first.at("/activity/cancelledAt").isString()).isTrue();
        assertThat(cancel("administrator", input).path("isReplay").asBoolean()).isTrue();
        assertThat(code(cancel("administrator", keyed(input, "Once more"))))
                .isEqualTo("ALREADY_CANCELLED");
        assertThat(code(cancel("larkspur", keyed(input, "Not mine"))))
                .isEqualTo("ACTIVITY_NOT_FOUND");
        assertThat(code(cancel("administrator", keyed(input, "")))).isEqualTo("INVALID_INPUT");
    }

    private JsonNode cancel(String caller, Map<String, ?> input) {
        return api.data(caller, CANCEL, Map.of("input", input)).path("cancelActivity");
    }

    private static Map<String, Object> keyed(Map<String, ?> input, String reason) {
        return keyed(Map.of("activity", input.get("activity"), "reason", reason));
    }

    private static String code(JsonNode payload) {
        return payload.at("/userErrors/0/code").asString();
    }
}
