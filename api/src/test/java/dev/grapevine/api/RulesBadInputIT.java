package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invalid configuration: rejected with the path of the field, without a write. */
@ApiTest
class RulesBadInputIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Api api;

    private EarningApi earningApi;
    private int expectedRules;

    @BeforeEach
    void createBrand() {
        earningApi = new EarningApi(api);
    }

    @AfterEach
    void assertThatNothingIsWritten() {
        assertThat(earningApi.list("ruleVersions", "", "key")).hasSize(expectedRules);
        assertThat(earningApi.list("earningLimitVersions", "", "key")).isEmpty();
        assertThat(earningApi.list("tierSetVersions", "", "key")).isEmpty();
    }

    private static void assertInvalid(JsonNode payload, String path) {
        assertThat(payload.path("userErrors").valueStream())
                .isNotEmpty()
                .allMatch(error -> error.path("code").asString().equals("INVALID_INPUT"))
                .anyMatch(error -> error.path("path").get(0).asString().equals(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "kinds | {\"kinds\": [\"review.dreamt\"]}",
                "kinds | {\"kinds\": []}",
                "key | {\"key\": \"Not A Key\"}",
                "name | {\"name\": \"  \"}",
                "points | {\"points\": null}",
                "points | {\"points\": {\"fixed\": 0}}",
                "points | {\"points\": {\"fixed\": 1000000001}}",
                "points | {\"points\": {\"perQuantity\": \"0.0000001\"}}",
                "points | {\"points\": {\"perValue\": {\"points\": \"1\", \"value\": \"0\"}}}",
                "points | {\"points\": {\"expression\": \"1 / 0\"}}",
                "points | {\"points\": {\"expression\": \"kind\"}}",
                "points | {\"points\": {\"expression\": \"quantity +\"}}",
                "points | {\"points\": {\"expression\": \"secret\"}}",
                "currency | {\"currency\": \"gold\"}",
                "caps | {\"caps\": [{\"max\": -1, \"period\": \"DAY\"}]}",
                "budget | {\"budget\": -1}",
                "priority | {\"priority\": 1001}",
                "timeZone | {\"timeZone\": \"Europe/Atlantis\"}",
                "until | {\"from\": \"2026-02-01T00:00:00Z\", \"until\": \"2026-01-01T00:00:00Z\"}",
                "from | {\"from\": \"0001-01-01T00:00:00Z\"}",
                "badge | {\"badge\": \"nobody\"}",
                "multiplier | {\"multiplier\": {\"factor\": \"0\"}}",
                "multiplier | {\"multiplier\": {\"factor\": \"1e-30\"}}",
                "multiplier | {\"multiplier\": {\"factor\": \"1000.1\"}}",
                "multiplier | {\"multiplier\": {\"factor\": \"2\", \"rules\": [\"nothing\"]}}",
            })
    void rejectsARule(String path, String changes) {
        assertInvalid(earningApi.draft("wrong", EarningApi.members(changes)), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kindIn\": [\"review.dreamt\"]}",
                "{\"kindIn\": []}",
                "{\"channelIn\": []}",
                "{\"all\": []}",
                "{\"any\": []}",
                "{\"field\": {\"name\": \"colour\", \"value\": \"red\"}}",
                "{\"field\": {\"name\": \"stars\", \"value\": \"many\"}}",
                "{\"field\": {\"name\": \"product\", \"comparison\": \"GREATER\", \"value\":"
                        + " \"bell\"}}",
                "{\"field\": {\"name\": \"isVerified\", \"value\": \"perhaps\"}}",
                "{\"value\": {\"value\": \"1e40\"}}",
                "{\"value\": {\"value\": \"1e2147483647\"}}",
                "{\"value\": {\"value\": \"1e-2147483647\"}}",
                "{\"value\": {\"value\": \"0.00001\"}}",
                "{\"timeOfDay\": {\"from\": \"25:00\", \"until\": \"06:00\"}}",
                "{\"timeOfDay\": {\"from\": \"06:00\", \"until\": \"06:00\"}}",
                "{\"weekdays\": []}",
                "{\"contribution\": {\"kinds\": [\"\"]}}",
                "{\"tier\": {\"tierSet\": \"nowhere\", \"tiers\": []}}",
                "{\"tier\": {\"tierSet\": \"nowhere\", \"tiers\": [\"gold\"]}}",
                "{\"badge\": \"nobody\"}",
                "{\"membershipDays\": {\"days\": -1}}",
                "{\"nthOfKind\": {\"n\": 0}}",
                "{\"aggregate\": {\"aggregate\": {\"kinds\": []}, \"value\": \"1\"}}",
                "{\"aggregate\": {\"aggregate\": {\"kinds\": [\"review.posted\"], \"days\": 0},"
                        + " \"value\": \"1\"}}",
                "{\"expression\": \"1 / 0 == 1\"}",
                "{\"expression\": \"quantity\"}",
                "{\"expression\": \"[1, 2].all(it, it > 0)\"}",
                "{\"not\": {\"any\": [{\"expression\": \"unknown\"}]}}",
            })
    void rejectsACondition(String condition) {
        assertInvalid(earningApi.draft("wrong", Map.of("when", JSON.readTree(condition))), "when");
    }

    @Test
    void reportsAnUnreadableConditionTogetherWithTheOtherErrors() {
        var night = Map.of("timeOfDay", Map.of("from", "25:00", "until", "06:00"));
        var payload = earningApi.draft("Not A Key", Map.of("name", " ", "when", night));
        assertThat(payload.path("userErrors").valueStream())
                .extracting(error -> error.path("path").get(0).asString())
                .containsExactlyInAnyOrder("key", "name", "when");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"not\": | }",
                "{\"all\": [ | ]}",
                "{\"any\": [ | ]}",
                "{\"any\": [{\"hasReferrer\": true}, | ]}"
            })
    void rejectsAConditionAThousandDeep(String open, String close) {
        assertInvalid(draftNested(open, close, 1_000), "when");
        assertInvalid(draftNested(open, close, 100), "when");
    }

    /** Inserts the condition as text, because the JSON writer limits the nesting depth. */
    private JsonNode draftNested(String open, String close, int depth) {
        var input = earningApi.rule("deep", Map.of("when", "HERE"));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        var body =
                JSON.writeValueAsString(
                        Map.of(
                                "query",
                                EarningApi.document("draftRule", "userErrors { code path }"),
                                "variables",
                                Map.of("input", input)));
        var condition = open.repeat(depth) + "{\"hasReferrer\": true}" + close.repeat(depth);
        return Api.json(api.post(api.key("administrator"), body.replace("\"HERE\"", condition)))
                .at("/data/draftRule");
    }

    @Test
    void acceptsAConditionOfMaximumSize() {
        assertThat(draftNested("{\"not\": ", "}", 19).path("userErrors")).isEmpty();
        assertInvalid(draftNested("{\"not\": ", "}", 20), "when");
        var wide = Collections.nCopies(199, Map.of("hasReferrer", true));
        assertThat(earningApi.draft("wide", Map.of("when", Map.of("all", wide))).path("userErrors"))
                .isEmpty();
        var wider = Collections.nCopies(200, Map.of("hasReferrer", true));
        assertInvalid(earningApi.draft("wide", Map.of("when", Map.of("all", wider))), "when");
        expectedRules = 2;
    }

    @Test
    void rejectsAConditionTenThousandWide() {
        var wide = Collections.nCopies(10_000, Map.of("hasReferrer", true));
        assertInvalid(earningApi.draft("wide", Map.of("when", Map.of("all", wide))), "when");
        var levels = List.of(Map.of("any", wide), Map.of("any", List.of(Map.of("all", wide))));
        assertInvalid(earningApi.draft("wide", Map.of("when", Map.of("all", levels))), "when");
    }

    /** In a document, the limits of documents apply before conditions are parsed. */
    @ParameterizedTest
    @ValueSource(ints = {100, 300, 1_000})
    void rejectsADeepConditionInADocument(int depth) {
        var condition = "{not: ".repeat(depth) + "{hasReferrer: true}" + "}".repeat(depth);
        var answer = api.answer("administrator", draft(condition), Map.of());
        if (depth == 100) {
            assertInvalid(answer.at("/data/draftRule"), "when");
        } else {
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("INVALID_SYNTAX");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 10_000})
    void rejectsAWideConditionInADocument(int width) {
        var condition = "{any: [" + "{hasReferrer: true} ".repeat(width) + "]}";
        var answer = api.answer("administrator", draft(condition), Map.of());
        if (width == 300) {
            assertInvalid(answer.at("/data/draftRule"), "when");
        } else {
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("INVALID_SYNTAX");
        }
    }

    private String draft(String condition) {
        return """
        mutation {
          draftRule(input: {
            brand: "%s", key: "wrong", name: "Wrong", kinds: ["review.posted"], points: {fixed: 1},
            when: %s, idempotencyKey: "%s"
          }) { userErrors { code path } }
        }
        """
                .formatted(earningApi.brand(), condition, UUID.randomUUID());
    }

    /** Conditions are the only recursive input; deep nesting elsewhere is an invalid document. */
    @ParameterizedTest
    @ValueSource(
            strings = {"name", "rounding", "isBonus", "points", "kinds", "caps", "budget", "from"})
    void rejectsDeepNestingOfOtherFields(String field) {
        for (var brackets : List.of("[]", "{}")) {
            var input = earningApi.rule("wrong", Map.of(field, "HERE"));
            input.put("idempotencyKey", UUID.randomUUID().toString());
            var open = brackets.equals("[]") ? "[" : "{\"all\": ";
            var body =
                    JSON.writeValueAsString(
                                    Map.of(
                                            "query",
                                            EarningApi.document("draftRule", "isReplay"),
                                            "variables",
                                            Map.of("input", input)))
                            .replace(
                                    "\"HERE\"",
                                    open.repeat(2_000)
                                            + "null"
                                            + brackets.substring(1).repeat(2_000));
            var answer = Api.json(api.post(api.key("administrator"), body));
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .isEqualTo("INVALID_DOCUMENT");
            assertThat(answer.toString().length()).isLessThan(1_000);
        }
    }

    /** JSON beyond the nesting limit of the parser is rejected before GraphQL. */
    @Test
    void rejectsABodyTenThousandDeep() {
        var response =
                api.post(
                        api.key("administrator"),
                        "{\"query\": \"{__typename}\", \"variables\": {\"a\": "
                                + "[".repeat(10_000)
                                + "]".repeat(10_000)
                                + "}}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).at("/errors/0/extensions/code").asString())
                .isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hasReferrer\": true, \"expression\": \"true\"}",
                "{}",
                "{\"not\": null}",
                "{\"all\": [{\"hasReferrer\": true, \"badge\": \"pioneer\"}]}",
                "{\"dreamt\": true}",
                "{\"weekdays\": [\"SOMEDAY\"]}"
            })
    void rejectsMalformedConditions(String condition) {
        var input = earningApi.rule("wrong", Map.of("when", JSON.readTree(condition)));
        input.put("idempotencyKey", UUID.randomUUID().toString());
        assertThat(
                        api.errorCodes(
                                "administrator",
                                EarningApi.document("draftRule", "isReplay"),
                                Map.of("input", input)))
                .containsExactly("INVALID_DOCUMENT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "amount | {\"amount\": -1}",
                "period | {\"type\": \"FLOOR\", \"period\": \"DAY\"}",
                "currency | {\"currency\": \"gold\"}",
                "rules | {\"rules\": [\"nothing\"]}",
                "timeZone | {\"timeZone\": \"Mars/Olympus\"}",
                "key | {\"key\": \"x\"}"
            })
    void rejectsALimit(String path, String changes) {
        assertInvalid(earningApi.limit(EarningApi.members(changes)), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 10}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"until\": 10}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"until\": 10}, {\"key\":"
                        + " \"gold\", \"name\": \"Gold\", \"from\": 5}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"until\": 10}, {\"key\":"
                        + " \"gold\", \"name\": \"Gold\", \"from\": 15}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"until\": 10}, {\"key\":"
                        + " \"blue\", \"name\": \"Gold\", \"from\": 10}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"multiplier\": \"0\"}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"multiplier\": \"1e-30\"}]",
                "[{\"key\": \"blue\", \"name\": \"Blue\", \"from\": 0, \"benefits\": [\"\"]}]",
            })
    void rejectsTiersThatOverlapOrLeaveGaps(String tiers) {
        assertInvalid(earningApi.tiers(Map.of("tiers", JSON.readTree(tiers))), "tiers");
    }

    /** The number of reported violations is bounded. */
    @Test
    void reportsAtMostAHundredProblems() {
        var kinds = Collections.nCopies(20_000, "no.kind");
        var fields =
                Collections.nCopies(
                        190, Map.of("field", Map.of("name", "nothing", "value", "nothing")));
        var payload =
                earningApi.draft("wrong", Map.of("kinds", kinds, "when", Map.of("all", fields)));
        assertInvalid(payload, "kinds");
        assertThat(payload.path("userErrors")).hasSize(100);
    }

    @Test
    void rejectsAPeriodOfNoDays() {
        assertInvalid(earningApi.tiers(Map.of("period", Map.of("rollingDays", 0))), "period");
    }

    @Test
    void rejectsUnknownBrandsAndVersions() {
        var nowhere = earningApi.rule("wrong", Map.of("brand", "nowhere"));
        assertThat(Api.userErrorCodes(earningApi.changeRule("draftRule", nowhere)))
                .containsExactly("BRAND_NOT_FOUND");
        for (var mutation : List.of("publishRule", "retireRule")) {
            assertThat(
                            Api.userErrorCodes(
                                    earningApi.changeRule(
                                            mutation, Map.of("ruleVersionId", "rlv_nothing"))))
                    .containsExactly("RULE_NOT_FOUND");
        }
        assertThat(
                        userErrorCodes(
                                "retireEarningLimit",
                                Map.of("earningLimitVersionId", "lmv_nothing")))
                .containsExactly("EARNING_LIMIT_NOT_FOUND");
        assertThat(userErrorCodes("retireTierSet", Map.of("tierSetVersionId", "tsv_nothing")))
                .containsExactly("TIER_SET_NOT_FOUND");
    }

    private List<String> userErrorCodes(String mutation, Map<String, ?> input) {
        return Api.userErrorCodes(earningApi.payload(mutation, "userErrors { code }", input));
    }

    @Test
    void rejectsAnInvalidIdempotencyKey() {
        var rule = earningApi.rule("wrong", Map.of("idempotencyKey", "short"));
        assertInvalid(earningApi.changeRule("draftRule", rule), "idempotencyKey");
    }
}
