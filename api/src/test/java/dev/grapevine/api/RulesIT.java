package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Configuration of rules, earning limits and tier sets, in a separate brand. */
@ApiTest
class RulesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Api api;

    private EarningApi earningApi;

    @BeforeEach
    void createBrand() {
        earningApi = new EarningApi(api);
    }

    @Test
    void leadsARuleFromDraftToRetirement() {
        var draft = earningApi.draft("reviews", Map.of()).path("ruleVersion");
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("version").asInt()).isEqualTo(1);
        assertThat(draft.path("publishedAt").isNull()).isTrue();

        var published = earningApi.changeRule("publishRule", rule(draft)).path("ruleVersion");
        assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.path("publishedAt").isString()).isTrue();

        var next =
                earningApi
                        .draft("reviews", Map.of("points", Map.of("fixed", 20)))
                        .path("ruleVersion");
        assertThat(next.path("version").asInt()).isEqualTo(2);
        assertThat(states()).containsExactly("PUBLISHED", "DRAFT");
        earningApi.changeRule("publishRule", rule(next));
        assertThat(states()).containsExactly("RETIRED", "PUBLISHED");

        var retired = earningApi.changeRule("retireRule", rule(next)).path("ruleVersion");
        assertThat(retired.path("state").asString()).isEqualTo("RETIRED");
        assertThat(retired.path("retiredAt").isString()).isTrue();
        assertThat(states()).containsExactly("RETIRED", "RETIRED");
    }

    private List<String> states() {
        return earningApi.list("ruleVersions", "", "state").stream()
                .map(node -> node.path("state").asString())
                .toList();
    }

    private static Map<String, ?> rule(JsonNode version) {
        return Map.of("ruleVersionId", version.path("id").asString());
    }

    @Test
    void awardsPointsByAPublishedRuleOnly() {
        earningApi.payload(
                "enrolCustomer",
                "userErrors { code }",
                Map.of("brand", earningApi.brand(), "externalId", "ada"));
        var draft = earningApi.draft("reviews", Map.of()).path("ruleVersion");
        review("before");
        earningApi.changeRule("publishRule", rule(draft));
        review("after");
        var wallet =
                api.data(
                        "administrator",
                        "query($b: String!) { customer(ref: {external: {brand: $b, externalId:"
                                + " \"ada\"}}) { wallet { balance } } }",
                        Map.of("b", earningApi.brand()));
        assertThat(wallet.at("/customer/wallet/balance").asLong()).isEqualTo(10);
    }

    private void review(String key) {
        var activity =
                Map.of(
                        "customer",
                        Api.external(earningApi.brand(), "ada"),
                        "kind",
                        "review.posted",
                        "externalId",
                        key,
                        "occurredAt",
                        OffsetDateTime.now(ZoneOffset.UTC).toString());
        var recorded =
                api.data(
                        "administrator",
                        EarningApi.document(
                                "recordActivities", "results { userErrors { code message } }"),
                        Map.of(
                                "input",
                                Map.of(
                                        "brand",
                                        earningApi.brand(),
                                        "activities",
                                        List.of(activity))));
        assertThat(recorded.at("/recordActivities/results/0/userErrors")).isEmpty();
    }

    @Test
    void returnsEveryFieldOfARule() {
        earningApi.publish("other");
        var draft =
                earningApi
                        .draft(
                                "everything",
                                Map.ofEntries(
                                        Map.entry("name", "All of it"),
                                        Map.entry("kinds", List.of("purchase.made")),
                                        Map.entry(
                                                "points",
                                                Map.of(
                                                        "perValue",
                                                        Map.of("points", "1.5", "value", "10"))),
                                        Map.entry("rounding", "HALF_UP"),
                                        Map.entry("isBonus", true),
                                        Map.entry(
                                                "multiplier",
                                                Map.of("factor", "2.5", "rules", List.of("other"))),
                                        Map.entry("badge", "pioneer"),
                                        Map.entry("priority", 7),
                                        Map.entry("exclusiveGroup", "seasons"),
                                        Map.entry(
                                                "caps",
                                                List.of(
                                                        Map.of("max", 50, "period", "DAY"),
                                                        Map.of("max", 0, "period", "ALL_TIME"))),
                                        Map.entry("budget", 9007199254740991L),
                                        Map.entry("timeZone", "Europe/Berlin"),
                                        Map.entry("from", "2026-01-01T00:00:00+01:00"),
                                        Map.entry("until", "2026-02-01T00:00:00Z")))
                        .path("ruleVersion");
        var expected =
                """
                {"name": "All of it", "kinds": ["purchase.made"], "whenInWords": null, "currency": "points",
                 "points": {"fixed": null, "perQuantity": null, "perValue": {"points": "1.5", "value": "10"}, "expression": null},
                 "rounding": "HALF_UP", "isBonus": true, "multiplier": {"factor": "2.5", "rules": ["other"]},
                 "badge": "pioneer", "priority": 7, "exclusiveGroup": "seasons",
                 "caps": [{"max": 50, "period": "DAY"}, {"max": 0, "period": "ALL_TIME"}], "budget": 9007199254740991,
                 "timeZone": "Europe/Berlin", "from": "2025-12-31T23:00:00.000Z", "until": "2026-02-01T00:00:00.000Z"}
                """;
        JSON.readTree(expected)
                .propertyStream()
                .forEach(
                        field ->
                                assertThat(draft.path(field.getKey()))
                                        .as(field.getKey())
                                        .isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fixed\": -5}",
                "{\"perQuantity\": \"0.25\"}",
                "{\"perValue\": {\"points\": \"1\", \"value\": \"0.01\"}}",
                "{\"expression\": \"quantity * 10 + (value > 100.0 ? 50 : 0)\"}"
            })
    void acceptsEveryPointsFormula(String amount) {
        var draft = earningApi.draft("amount", Map.of("points", JSON.readTree(amount)));
        assertThat(draft.path("userErrors")).isEmpty();
        assertThat(withoutNulls(draft.at("/ruleVersion/points"))).isEqualTo(JSON.readTree(amount));
    }

    /** A condition is returned in the form of its input. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"all\": [{\"kindIn\": [\"review.posted\"]}, {\"any\": [{\"channelIn\":"
                        + " [\"web\", \"app\"]}, {\"not\": {\"hasReferrer\": true}}]}]}",
                "{\"field\": {\"name\": \"stars\", \"comparison\": \"AT_LEAST\", \"value\":"
                        + " \"4.5\"}}",
                "{\"field\": {\"name\": \"isVerified\", \"comparison\": \"EQUAL\", \"value\":"
                        + " \"true\"}}",
                "{\"value\": {\"comparison\": \"GREATER\", \"value\": \"99.99\"}}",
                "{\"quantity\": {\"comparison\": \"AT_MOST\", \"quantity\": 3}}",
                "{\"contribution\": {\"kinds\": [\"idea\"], \"isReplyToOwn\": false}}",
                "{\"contribution\": {\"kinds\": []}}",
                "{\"timeOfDay\": {\"from\": \"22:00\", \"until\": \"06:30\"}}",
                "{\"weekdays\": [\"SATURDAY\", \"SUNDAY\"]}",
                "{\"tier\": {\"tierSet\": \"club\", \"tiers\": [\"gold\"]}}",
                "{\"badge\": \"pioneer\"}",
                "{\"membershipDays\": {\"comparison\": \"LESS\", \"days\": 30}}",
                "{\"hasReferrer\": true}",
                "{\"nthOfKind\": {\"n\": 5, \"isEvery\": true}}",
                "{\"aggregate\": {\"aggregate\": {\"type\": \"DISTINCT_DAYS\", \"kinds\":"
                        + " [\"review.posted\"], \"days\": 7}, \"comparison\": \"AT_LEAST\","
                        + " \"value\": \"3\"}}",
                "{\"aggregate\": {\"aggregate\": {\"type\": \"VALUE\", \"kinds\":"
                        + " [\"purchase.made\"]}, \"comparison\": \"AT_LEAST\", \"value\":"
                        + " \"1000.5\"}}",
                "{\"expression\": \"fields.product == 'bell' && channel == 'web'\"}",
            })
    void acceptsAndReturnsEveryCondition(String condition) {
        earningApi.tiers(Map.of());
        var rule = earningApi.rule("when", Map.of("when", JSON.readTree(condition)));
        rule.put("idempotencyKey", UUID.randomUUID().toString());
        var draft = api.data("administrator", DRAFT, Map.of("input", rule)).path("draftRule");
        assertThat(draft.path("userErrors")).isEmpty();
        assertThat(withoutNulls(draft.at("/ruleVersion/when"))).isEqualTo(JSON.readTree(condition));
        assertThat(draft.at("/ruleVersion/whenInWords").asString()).isNotBlank();
        var id = draft.at("/ruleVersion/id").asString();
        assertThat(
                        earningApi
                                .changeRule("publishRule", Map.of("ruleVersionId", id))
                                .path("userErrors"))
                .isEmpty();
    }

    private static final String DRAFT =
            """
            mutation($input: DraftRuleInput!) {
              draftRule(input: $input) {
                ruleVersion { id whenInWords when { ...test all { ...two } any { ...two } not { ...two } } }
                userErrors { code message path }
              }
            }
            fragment two on Condition { ...test all { ...one } any { ...one } not { ...one } }
            fragment one on Condition { ...test all { ...test } any { ...test } not { ...test } }
            fragment test on Condition {
              kindIn channelIn field { name comparison value } value { comparison value }
              quantity { comparison quantity } contribution { kinds isReplyToOwn } timeOfDay { from until } weekdays
              tier { tierSet tiers } badge membershipDays { comparison days } hasReferrer nthOfKind { n isEvery }
              aggregate { aggregate { type kinds days } comparison value } expression
            }
            """;

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.propertyStream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> object.set(field.getKey(), withoutNulls(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(item -> array.add(withoutNulls(item)));
            return array;
        }
        return node;
    }

    @Test
    void formatsANegatedReferrerCondition() {
        var draft = earningApi.draft("alone", Map.of("when", Map.of("hasReferrer", false)));
        assertThat(draft.at("/ruleVersion/whenInWords").asString())
                .isEqualTo("not (the customer has a referrer)");
    }

    @Test
    void readsAConditionFromADocumentAsFromVariables() {
        var document =
                """
                mutation($b: String!, $k: ID!) {
                  draftRule(input: {
                    brand: $b, key: "weekend", name: "Weekends", kinds: ["review.posted"], points: {fixed: 5}
                    when: {all: [{weekdays: [SATURDAY, SUNDAY]}, {not: {channelIn: "till"}}]}
                    idempotencyKey: $k
                  }) { ruleVersion { whenInWords } userErrors { code message } }
                }
                """;
        var data =
                api.data(
                        "administrator",
                        document,
                        Map.of("b", earningApi.brand(), "k", UUID.randomUUID().toString()));
        assertThat(data.at("/draftRule/ruleVersion/whenInWords").asString())
                .isEqualTo("the day is saturday or sunday and not (the channel is till)");
    }

    @Test
    void listsVersionsByStateAndKeyInTheirOrder() {
        earningApi.publish("one");
        earningApi.draft("two", Map.of());
        earningApi.draft("one", Map.of());
        var all = earningApi.list("ruleVersions", "", "key version");
        assertThat(all)
                .map(node -> node.path("key").asString() + node.path("version").asInt())
                .containsExactly("one1", "two1", "one2");
        assertThat(earningApi.list("ruleVersions", ", state: DRAFT", "key"))
                .map(node -> node.path("key").asString())
                .containsExactly("two", "one");
        assertThat(earningApi.list("ruleVersions", ", key: \"one\"", "version")).hasSize(2);
        assertThat(earningApi.list("ruleVersions", ", key: \"one\", state: RETIRED", "version"))
                .isEmpty();
        assertThat(earningApi.list("ruleVersions", ", key: \"nothing\"", "version")).isEmpty();
    }

    @Test
    void pagesThroughVersions() {
        for (var key : List.of("aa", "bb", "cc")) {
            earningApi.draft(key, Map.of());
        }
        var document =
                """
                query($b: String!, $after: String) {
                  brand(key: $b) {
                    ruleVersions(first: 2, after: $after) { edges { node { key } } pageInfo { hasNextPage endCursor } }
                  }
                }
                """;
        var first = api.data("administrator", document, Map.of("b", earningApi.brand()));
        assertThat(first.at("/brand/ruleVersions/edges")).hasSize(2);
        assertThat(first.at("/brand/ruleVersions/pageInfo/hasNextPage").asBoolean()).isTrue();
        var after = first.at("/brand/ruleVersions/pageInfo/endCursor").asString();
        var rest =
                api.data(
                        "administrator", document, Map.of("b", earningApi.brand(), "after", after));
        assertThat(rest.at("/brand/ruleVersions/edges/0/node/key").asString()).isEqualTo("cc");
        assertThat(rest.at("/brand/ruleVersions/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void setsReplacesAndRetiresALimit() {
        earningApi.publish("reviews");
        var first =
                earningApi.limit(Map.of("rules", List.of("reviews"))).path("earningLimitVersion");
        assertThat(first.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(first.path("rules").get(0).asString()).isEqualTo("reviews");
        var floor =
                earningApi
                        .limit(Map.of("type", "FLOOR", "amount", 0, "period", "ALL_TIME"))
                        .path("earningLimitVersion");
        assertThat(floor.path("version").asInt()).isEqualTo(2);
        assertThat(
                        earningApi
                                .payload(
                                        "retireEarningLimit",
                                        "earningLimitVersion { state } userErrors { code }",
                                        Map.of("earningLimitVersionId", floor.path("id")))
                                .at("/earningLimitVersion/state")
                                .asString())
                .isEqualTo("RETIRED");
        assertThat(earningApi.list("earningLimitVersions", "", "type state retiredAt"))
                .hasSize(2)
                .allMatch(node -> node.path("retiredAt").isString());
    }

    @Test
    void setsReplacesAndRetiresTiers() {
        var first = earningApi.tiers(Map.of()).path("tierSetVersion");
        assertThat(first.at("/period/rollingDays").asInt()).isEqualTo(365);
        assertThat(first.at("/period/calendar").isNull()).isTrue();
        assertThat(first.at("/tiers/0/multiplier").asString()).isEqualTo("1");
        assertThat(first.at("/tiers/1/benefits/0").asString())
                .isEqualTo("A free service each year");
        var second =
                earningApi
                        .tiers(Map.of("period", Map.of("calendar", "YEAR"), "graceDays", 30))
                        .path("tierSetVersion");
        assertThat(second.at("/period/calendar").asString()).isEqualTo("YEAR");
        assertThat(earningApi.list("tierSetVersions", ", state: PUBLISHED", "version"))
                .map(node -> node.path("version").asInt())
                .containsExactly(2);
        assertThat(
                        earningApi
                                .payload(
                                        "retireTierSet",
                                        "tierSetVersion { state } userErrors { code }",
                                        Map.of("tierSetVersionId", second.path("id")))
                                .at("/tierSetVersion/state")
                                .asString())
                .isEqualTo("RETIRED");
    }

    @Test
    void findsVersionsByTheirIds() {
        var rule = earningApi.publish("reviews");
        var limit = earningApi.limit(Map.of()).at("/earningLimitVersion/id").asString();
        var tiers = earningApi.tiers(Map.of()).at("/tierSetVersion/id").asString();
        var document =
                """
                query($ids: [ID!]!) {
                  nodes(ids: $ids) {
                    __typename id ... on RuleVersion { key } ... on EarningLimitVersion { key } ... on TierSetVersion { key }
                  }
                }
                """;
        var found = api.data("administrator", document, Map.of("ids", List.of(rule, limit, tiers)));
        assertThat(found.path("nodes").valueStream())
                .map(node -> node.path("__typename").asString() + " " + node.path("key").asString())
                .containsExactly(
                        "RuleVersion reviews",
                        "EarningLimitVersion monthly",
                        "TierSetVersion club");
        var foreign = api.data("larkspur", document, Map.of("ids", List.of(rule, limit, tiers)));
        assertThat(foreign.path("nodes").valueStream()).allMatch(JsonNode::isNull);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draftRule",
                "publishRule",
                "retireRule",
                "setEarningLimit",
                "retireEarningLimit",
                "setTierSet",
                "retireTierSet"
            })
    void forbidsPartnersToConfigure(String mutation) {
        var partner = api.newPartner(earningApi.brand());
        Map<String, Object> input =
                switch (mutation) {
                    case "draftRule" -> earningApi.rule("mine", Map.of());
                    case "setEarningLimit" ->
                            Map.of(
                                    "brand",
                                    earningApi.brand(),
                                    "key",
                                    "mine",
                                    "name",
                                    "Mine",
                                    "type",
                                    "CAP",
                                    "amount",
                                    1);
                    case "setTierSet" ->
                            Map.of(
                                    "brand",
                                    earningApi.brand(),
                                    "key",
                                    "mine",
                                    "name",
                                    "Mine",
                                    "period",
                                    Map.of("rollingDays", 1),
                                    "tiers",
                                    List.of(Map.of("key", "blue", "name", "Blue", "from", 0)));
                    case "retireEarningLimit" -> Map.of("earningLimitVersionId", "lmv_mine");
                    case "retireTierSet" -> Map.of("tierSetVersionId", "tsv_mine");
                    default -> Map.of("ruleVersionId", earningApi.publish("rule"));
                };
        var keyed = new HashMap<>(input);
        keyed.put("idempotencyKey", UUID.randomUUID().toString());
        assertThat(
                        api.errorCodes(
                                partner,
                                EarningApi.document(mutation, "isReplay"),
                                Map.of("input", keyed)))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void draftsOncePerIdempotencyKey() {
        var rule = earningApi.rule("once", Map.of("idempotencyKey", "once-" + earningApi.brand()));
        var first = earningApi.changeRule("draftRule", rule);
        var again = earningApi.changeRule("draftRule", rule);
        assertThat(first.path("isReplay").asBoolean()).isFalse();
        assertThat(again.path("isReplay").asBoolean()).isTrue();
        assertThat(again.path("ruleVersion")).isEqualTo(first.path("ruleVersion"));
        assertThat(earningApi.list("ruleVersions", "", "key")).hasSize(1);
        rule.put("name", "Another");
        assertThat(Api.userErrorCodes(earningApi.changeRule("draftRule", rule)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }
}
