package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Isolation of callers: expensive or invalid calls do not affect other calls. */
@ApiTest
class NoisyNeighbourIT {

    @Autowired Api api;

    @Test
    void chargesTraversalsPerStartingCustomer() {
        var one =
                "a%d: customer(ref: {external: {brand: \"larkspur\", externalId: \"annie\"}}) {"
                    + " referralChain(maxDepth: 59) { customer { referralStats { direct } } } }";
        var many = IntStream.range(0, 8).mapToObj(one::formatted).collect(Collectors.joining(" "));
        assertThat(api.errorCodes("larkspur", "{ " + many + " }"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(api.errorCodes("larkspur", "{ " + one.formatted(1) + " }")).isEmpty();
    }

    @Test
    void rejectsAValueWithAHugeExponentAndRecordsItsSiblings() {
        var document =
                """
                mutation($activities: [ActivityInput!]!) {
                  recordActivities(input: {brand: "larkspur", activities: $activities}) {
                    results { activity { value } userErrors { code } }
                  }
                }
                """;
        var activities = List.of(activity("noise-1", "1E2147483647"), activity("noise-2", "12.50"));
        var results =
                api.data("larkspur", document, Map.of("activities", activities))
                        .at("/recordActivities/results");
        assertThat(results.at("/0/userErrors/0/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(results.at("/1/activity/value").asString()).isEqualTo("12.5");
    }

    private static Map<String, ?> activity(String id, String value) {
        return Map.of(
                "externalId",
                id,
                "kind",
                "order.paid",
                "customer",
                Api.external("larkspur", "edsger"),
                "occurredAt",
                "2026-11-01T00:00:00Z",
                "value",
                value);
    }

    @Test
    void rejectsAWindowWhoseFromIsAfterUntil() {
        var document =
                """
                { customer(ref: {external: {brand: "larkspur", externalId: "ada"}}) {
                    engagement(definition: "e-commerce"
                        from: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z") { score } } }
                """;
        assertThat(api.errorCodes("larkspur", document)).containsExactly("INVALID_ARGUMENT");
    }
}
