package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Texts, whole numbers and times of what has happened, as callers send them. */
@ApiTest
class TextsIT {

    private static final String ENROL =
            """
            mutation($input: EnrolCustomerInput!) {
              enrolCustomer(input: $input) { customer { externalId } userErrors { code message } }
            }
            """;

    @Autowired Api api;

    private String suffix;

    @BeforeEach
    void makeANewSuffix() {
        suffix = "-" + UUID.randomUUID();
    }

    private JsonNode enrol(String externalId, Map<String, ?> more) {
        var input = new HashMap<String, Object>(more);
        input.put("brand", "larkspur");
        input.put("externalId", externalId);
        input.put("idempotencyKey", UUID.randomUUID().toString());
        return api.data("larkspur", ENROL, Map.of("input", input)).path("enrolCustomer");
    }

    @Test
    void nameOneCustomerInEitherSpellingByVariableAndAsLiteral() {
        var enrolled = enrol("mu\u0308ller" + suffix, Map.of());
        assertThat(enrolled.at("/customer/externalId").asString()).isEqualTo("müller" + suffix);
        assertThat(enrol("müller" + suffix, Map.of()).at("/userErrors/0/code").asString())
                .isEqualTo("ALREADY_ENROLLED");

        var query =
                "query($id: String!) { customer(ref: {external: {brand: \"larkspur\", externalId:"
                        + " $id}}) { id } }";
        for (var spelling : new String[] {"müller", "mu\u0308ller"}) {
            var byVariable = api.data("larkspur", query, Map.of("id", spelling + suffix));
            assertThat(byVariable.at("/customer/id").asString()).startsWith("cus_");
            var literal =
                    query.replace("($id: String!)", "")
                            .replace("$id", "\"" + spelling + suffix + "\"");
            assertThat(api.data("larkspur", literal)).isEqualTo(byVariable);
        }
        var escaped =
                query.replace("($id: String!)", "")
                        .replace("$id", "\"mu\\u0308ller" + suffix + "\"");
        assertThat(api.data("larkspur", escaped).at("/customer/id").asString()).startsWith("cus_");
    }

    @Test
    void mayBeEmojiAndLettersOfEveryScript() {
        var enrolled = enrol("👩‍🚀-鬼" + suffix, Map.of("displayName", "😀".repeat(200)));
        assertThat(enrolled.path("userErrors")).isEmpty();
        assertThat(enrolled.at("/customer/externalId").asString()).isEqualTo("👩‍🚀-鬼" + suffix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U+00A0 | contains the blank U+00A0 (NO-BREAK SPACE).",
                "U+200B | contains the character U+200B (ZERO WIDTH SPACE), which cannot be seen.",
                "U+FFFD | contains the character U+FFFD (REPLACEMENT CHARACTER), which cannot be"
                        + " seen."
            })
    void haveNoInvisibleCharactersInAnId(String point, String message) {
        var character = Character.toString(Integer.parseInt(point.substring(2), 16));
        assertThat(enrol("a" + character + "da", Map.of()).at("/userErrors/0/message").asString())
                .endsWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u3164"})
    void areNotBlank(String blank) {
        assertThat(
                        enrol("ada" + suffix, Map.of("displayName", blank))
                                .at("/userErrors/0/message")
                                .asString())
                .isEqualTo("displayName is blank; it needs 1 to 200 characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "10,true",
        "10.0,true",
        "1e1,true",
        "10.5,false",
        "1e400,false",
        "1e999999999,false"
    })
    void mayHaveAPointInAWholeNumberByVariableAndAsLiteral(String amount, boolean isTaken) {
        var mutation =
                "mutation%s { awardPoints(input: {customer: {external: {brand: \"larkspur\","
                    + " externalId: \"ada\"}}, amount: %s, reason: \"r\", idempotencyKey: \"%s\"})"
                    + " { entry { amount } } }";
        var byVariable = mutation.formatted("($amount: Points!)", "$amount", UUID.randomUUID());
        var literal = mutation.formatted("", amount, UUID.randomUUID());
        for (var body :
                new String[] {
                    "{\"query\": \"%s\", \"variables\": {\"amount\": %s}}"
                            .formatted(byVariable.replace("\"", "\\\""), amount),
                    "{\"query\": \"%s\"}".formatted(literal.replace("\"", "\\\""))
                }) {
            var answer = Api.json(api.post(api.key("larkspur"), body));
            if (isTaken) {
                assertThat(answer.at("/data/awardPoints/entry/amount").asLong()).isEqualTo(10);
            } else {
                assertThat(answer.at("/errors/0/extensions/code").asString())
                        .as(answer.toString())
                        .isEqualTo("INVALID_DOCUMENT");
                assertThat(answer.at("/errors/0/message").asString()).contains("whole number");
            }
        }
    }

    @Test
    void haveHappenedByTomorrow() {
        assertThat(
                        enrol("ada" + suffix, Map.of("joinedAt", "2190-01-01T00:00:00Z"))
                                .at("/userErrors/0/message")
                                .asString())
                .isEqualTo("joinedAt 2190-01-01T00:00Z is more than 24 hours in the future.");
    }
}
