package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Simulations of activities and rules, and tiers of customers. */
@ApiTest
class SimulationIT {

    private static final String SIMULATE =
            """
            query($b: String!, $activity: ActivityInput!, $ruleVersionIds: [ID!]!) {
              simulateActivity(brand: $b, activity: $activity, ruleVersionIds: $ruleVersionIds) {
                simulatedActivity {
                  activity { kind customer { externalId } }
                  pointsEffects { ruleKey ruleName currency amount calculation ruleVersion { state } }
                  badges { badgeKey level periodKey measuredValue ruleVersion { key } }
                  ruleTraces { ruleKey hasFired amount reasons ruleVersion { version } }
                  corrections { currency amount }
                  tiers { tierSetKey tier { key } qualifyingPoints pointsToNextTier nextTier { key } }
                }
                userErrors { code path }
              }
            }
            """;

    private static final String SIMULATION =
            """
            query($id: ID!, $after: String) {
              node(id: $id) {
                ... on RuleSimulation {
                  state evaluatedCustomers customers progress evaluatedActivities totals { currency before after changedCustomers } failure endedAt
                  differences(first: 2, after: $after) {
                    edges { node { customer { externalId } currency before after } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
              }
            }
            """;

    @Autowired Api api;

    private EarningApi earningApi;

    @BeforeEach
    void createBrand() {
        earningApi = new EarningApi(api);
    }

    private JsonNode simulate(String caller, Map<String, ?> activity, List<String> drafts) {
        var variables =
                Map.of("b", earningApi.brand(), "activity", activity, "ruleVersionIds", drafts);
        return api.data(caller, SIMULATE, variables).path("simulateActivity");
    }

    private String draft(String key, Map<String, ?> changes) {
        return earningApi.draft(key, changes).at("/ruleVersion/id").asString();
    }

    @Test
    void simulatesAnActivityWithoutRecording() {
        earningApi.enrol("ada");
        earningApi.tiers(Map.of());
        earningApi.publish("reviews");
        earningApi.changeRule(
                "publishRule",
                Map.of(
                        "ruleVersionId",
                        draft("apps", Map.of("when", Map.of("channelIn", List.of("app"))))));
        var draft = draft("more", Map.of("points", Map.of("fixed", 5), "badge", "pioneer"));
        var review =
                earningApi.review("ada", "one", "2026-11-20T10:00:00Z", Map.of("channel", "web"));
        var answer = simulate("administrator", review, List.of(draft));
        assertThat(answer.path("userErrors")).isEmpty();
        var simulated = answer.path("simulatedActivity");
        assertThat(simulated.at("/activity/customer/externalId").asString()).isEqualTo("ada");
        assertThat(simulated.path("pointsEffects").valueStream())
                .map(it -> it.path("ruleKey").asString() + " " + it.path("amount").asLong())
                .containsExactlyInAnyOrder("reviews 10", "more 5");
        assertThat(simulated.path("pointsEffects").valueStream())
                .allMatch(it -> !it.path("calculation").isEmpty())
                .map(it -> it.at("/ruleVersion/state").asString())
                .containsExactlyInAnyOrder("PUBLISHED", "DRAFT");
        assertThat(simulated.at("/badges/0/badgeKey").asString()).isEqualTo("pioneer");
        assertThat(simulated.at("/badges/0/level").asInt()).isEqualTo(1);
        var apps =
                simulated
                        .path("ruleTraces")
                        .valueStream()
                        .filter(it -> it.path("ruleKey").asString().equals("apps"))
                        .findFirst()
                        .orElseThrow();
        assertThat(apps.path("hasFired").asBoolean()).isFalse();
        assertThat(apps.path("reasons")).isNotEmpty();
        assertThat(simulated.at("/tiers/0/qualifyingPoints").asLong()).isEqualTo(15);
        assertThat(simulated.at("/tiers/0/pointsToNextTier").asLong()).isEqualTo(985);
        assertThat(simulated.path("corrections")).isEmpty();
        var after =
                api.data(
                        "administrator",
                        "query($b: String!) { customer(ref: {external: {brand: $b, externalId:"
                            + " \"ada\"}}) { wallet { balance } activities { edges { node { id } }"
                            + " } badgeAwards { edges { node { id } } } } }",
                        Map.of("b", earningApi.brand()));
        assertThat(after.at("/customer/wallet/balance").asLong()).isZero();
        assertThat(after.at("/customer/activities/edges")).isEmpty();
        assertThat(after.at("/customer/badgeAwards/edges")).isEmpty();
    }

    @Test
    void simulatesCorrectionsOfALateActivity() {
        earningApi.enrol("ada");
        earningApi.changeRule(
                "publishRule",
                Map.of(
                        "ruleVersionId",
                        draft("first", Map.of("when", Map.of("nthOfKind", Map.of("n", 1))))));
        earningApi.record(earningApi.review("ada", "one", "2026-11-20T10:00:00Z", Map.of()));
        var late = earningApi.review("ada", "zero", "2026-11-19T10:00:00Z", Map.of());
        var simulated = simulate("administrator", late, List.of()).path("simulatedActivity");
        assertThat(simulated.at("/pointsEffects/0/amount").asLong()).isEqualTo(10);
        assertThat(simulated.at("/corrections/0/amount").asLong()).isEqualTo(-10);
        assertThat(simulated.at("/corrections/0/currency").asString()).isEqualTo("points");
    }

    @Test
    void rejectsASimulationOfAnInvalidActivity() {
        earningApi.enrol("ada");
        var review = earningApi.review("ada", "one", "2026-11-20T10:00:00Z", Map.of());
        var nobody = earningApi.review("nobody", "one", "2026-11-20T10:00:00Z", Map.of());
        assertThat(Api.userErrorCodes(simulate("administrator", nobody, List.of())))
                .containsExactly("CUSTOMER_NOT_FOUND");
        var kind =
                earningApi.review(
                        "ada", "one", "2026-11-20T10:00:00Z", Map.of("kind", "what.ever"));
        assertThat(Api.userErrorCodes(simulate("administrator", kind, List.of())))
                .containsExactly("KIND_NOT_FOUND");
        var unknownDraft =
                simulate("administrator", review, List.of("rlv_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(Api.userErrorCodes(unknownDraft)).containsExactly("RULE_NOT_FOUND");
        assertThat(unknownDraft.at("/userErrors/0/path/0").asString()).isEqualTo("ruleVersionIds");
        assertThat(unknownDraft.path("simulatedActivity").isNull()).isTrue();
        assertThat(Api.userErrorCodes(simulate("larkspur", review, List.of())))
                .containsExactly("BRAND_NOT_FOUND");
        var draft = draft("more", Map.of());
        assertThat(
                        Api.userErrorCodes(
                                simulate("administrator", review, Collections.nCopies(21, draft))))
                .containsExactly("INVALID_INPUT");
    }

    private JsonNode start(List<String> drafts, Map<String, ?> changes) {
        var input = new HashMap<String, Object>();
        input.put("brand", earningApi.brand());
        input.put("ruleVersionIds", drafts);
        input.put("from", "2026-11-02T00:00:00Z");
        input.put("until", "2026-12-01T00:00:00Z");
        input.putAll(changes);
        return api.data(
                        "administrator",
                        EarningApi.document(
                                "startRuleSimulation",
                                "simulation { id state startedAt } userErrors { code path }"),
                        Map.of("input", input))
                .path("startRuleSimulation");
    }

    private JsonNode simulation(String caller, String id, String after) {
        var variables = new HashMap<String, Object>(Map.of("id", id));
        variables.put("after", after);
        return api.data(caller, SIMULATION, variables).path("node");
    }

    @Test
    void simulatesADraftOverTheHistory() {
        earningApi.publish("reviews");
        for (var who : List.of("ada", "grace", "hedy")) {
            earningApi.enrol(who);
            earningApi.record(earningApi.review(who, who + "1", "2026-11-01T10:00:00Z", Map.of()));
            earningApi.record(earningApi.review(who, who + "2", "2026-11-03T10:00:00Z", Map.of()));
        }
        earningApi.record(earningApi.review("grace", "grace3", "2026-11-04T10:00:00Z", Map.of()));
        var draft = draft("reviews", Map.of("points", Map.of("fixed", 15)));
        var started = start(List.of(draft), Map.of());
        assertThat(started.path("userErrors")).isEmpty();
        var id = started.at("/simulation/id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                simulation("administrator", id, null)
                                        .path("state")
                                        .asString()
                                        .equals("DONE"));
        var done = simulation("administrator", id, null);
        assertThat(done.path("customers").asLong()).isEqualTo(3);
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("evaluatedActivities").asLong()).isEqualTo(7);
        assertThat(done.at("/totals/0/before").asLong()).isEqualTo(70);
        assertThat(done.at("/totals/0/after").asLong()).isEqualTo(90);
        assertThat(done.at("/totals/0/changedCustomers").asLong()).isEqualTo(3);
        assertThat(done.at("/differences/edges/0/node/customer/externalId").asString())
                .isEqualTo("grace");
        assertThat(done.at("/differences/edges/0/node/after").asLong()).isEqualTo(40);
        assertThat(done.at("/differences/pageInfo/hasNextPage").asBoolean()).isTrue();
        var after = done.at("/differences/pageInfo/endCursor").asString();
        var rest = simulation("administrator", id, after);
        assertThat(rest.at("/differences/edges")).hasSize(1);
        assertThat(rest.at("/differences/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(simulation("larkspur", id, null).isNull()).isTrue();
        assertThat(
                        simulation(api.newPartner(earningApi.brand()), id, null)
                                .path("evaluatedCustomers")
                                .asLong())
                .isEqualTo(3);
        var wallet =
                api.data(
                        "administrator",
                        "query($b: String!) { customer(ref: {external: {brand: $b, externalId:"
                                + " \"ada\"}}) { wallet { balance } } }",
                        Map.of("b", earningApi.brand()));
        assertThat(wallet.at("/customer/wallet/balance").asLong()).isEqualTo(20);
    }

    @Test
    void rejectsAnInvalidRuleSimulation() {
        assertThat(Api.userErrorCodes(start(List.of(), Map.of("until", "2026-11-01T00:00:00Z"))))
                .containsExactly("INVALID_INPUT");
        assertThat(Api.userErrorCodes(start(List.of("rlv_nothing"), Map.of())))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(Api.userErrorCodes(start(List.of(), Map.of("brand", "no-such-brand"))))
                .containsExactly("BRAND_NOT_FOUND");
        var input =
                Map.of(
                        "brand",
                        earningApi.brand(),
                        "from",
                        "2026-11-01T00:00:00Z",
                        "until",
                        "2026-11-02T00:00:00Z");
        assertThat(
                        api.errorCodes(
                                api.newPartner(earningApi.brand()),
                                EarningApi.document("startRuleSimulation", "userErrors { code }"),
                                Map.of("input", input)))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void returnsTheTierStatusOfACustomer() {
        earningApi.enrol("ada");
        var document =
                """
                query($b: String!) {
                  customer(ref: {external: {brand: $b, externalId: "ada"}}) {
                    tiers {
                      tierSetKey tierSet { name } tier { key name from multiplier benefits } qualifyingPoints nextTier { key } pointsToNextTier
                      reachedOn downgradeOn projectedTier { key }
                    }
                  }
                }
                """;
        var variables = Map.of("b", earningApi.brand());
        assertThat(api.data("administrator", document, variables).at("/customer/tiers")).isEmpty();
        earningApi.tiers(Map.of());
        earningApi.changeRule(
                "publishRule",
                Map.of("ruleVersionId", draft("reviews", Map.of("points", Map.of("fixed", 1200)))));
        var before = api.data("administrator", document, variables).at("/customer/tiers/0");
        assertThat(before.at("/tier/key").asString()).isEqualTo("blue");
        assertThat(before.at("/nextTier/key").asString()).isEqualTo("gold");
        assertThat(before.path("pointsToNextTier").asLong()).isEqualTo(1000);
        earningApi.record(earningApi.review("ada", "one", "2026-11-20T23:30:00Z", Map.of()));
        var tier = api.data("administrator", document, variables).at("/customer/tiers/0");
        assertThat(tier.path("tierSetKey").asString()).isEqualTo("club");
        assertThat(tier.at("/tierSet/name").asString()).isEqualTo("The club");
        assertThat(tier.at("/tier/name").asString()).isEqualTo("Gold");
        assertThat(tier.at("/tier/multiplier").asString()).isEqualTo("1.5");
        assertThat(tier.path("qualifyingPoints").asLong()).isEqualTo(1200);
        assertThat(tier.path("nextTier").isNull()).isTrue();
        assertThat(tier.path("pointsToNextTier").asLong()).isZero();
        assertThat(tier.path("reachedOn").asString()).isEqualTo("2026-11-20");
        assertThat(tier.path("downgradeOn").isNull()).isTrue();
        assertThat(tier.at("/projectedTier/key").asString()).isEqualTo("gold");
    }
}
