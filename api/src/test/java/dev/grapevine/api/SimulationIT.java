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

/** Asking before publishing, and where customers stand. */
@ApiTest
class SimulationIT {

    private static final String SIMULATE =
            """
            query($b: String!, $activity: ActivityInput!, $drafts: [ID!]!) {
              simulateActivity(brand: $b, activity: $activity, drafts: $drafts) {
                simulatedActivity {
                  activity { kind customer { externalId } }
                  pointsEffects { ruleKey ruleName currency amount calculation ruleVersion { state } }
                  badges { badgeKey level periodKey measure ruleVersion { key } }
                  ruleTraces { ruleKey hasFired amount reasons ruleVersion { version } }
                  corrections { currency amount }
                  standings { tierSetKey tier { key } points pointsToNextTier next { key } }
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
                  state done customers progress activities totals { currency before after customers } failure endedAt
                  differences(first: 2, after: $after) {
                    edges { node { customer { externalId } currency before after } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
              }
            }
            """;

    @Autowired Api api;

    private EarningApi desk;

    @BeforeEach
    void openTheDesk() {
        desk = new EarningApi(api);
    }

    private JsonNode simulate(String caller, Map<String, ?> activity, List<String> drafts) {
        var variables = Map.of("b", desk.brand(), "activity", activity, "drafts", drafts);
        return api.data(caller, SIMULATE, variables).path("simulateActivity");
    }

    private String draft(String key, Map<String, ?> changes) {
        return desk.draft(key, changes).at("/ruleVersion/id").asString();
    }

    @Test
    void tellsWhatWouldComeOfAnActivityAndRecordsNothing() {
        desk.enrol("ada");
        desk.tiers(Map.of());
        desk.publish("reviews");
        desk.decide(
                "publishRule",
                Map.of(
                        "ruleVersionId",
                        draft("apps", Map.of("when", Map.of("channelIn", List.of("app"))))));
        var draft = draft("more", Map.of("points", Map.of("fixed", 5), "badge", "pioneer"));
        var review = desk.review("ada", "one", "2026-11-20T10:00:00Z", Map.of("channel", "web"));
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
        assertThat(simulated.at("/standings/0/points").asLong()).isEqualTo(15);
        assertThat(simulated.at("/standings/0/pointsToNextTier").asLong()).isEqualTo(985);
        assertThat(simulated.path("corrections")).isEmpty();
        var after =
                api.data(
                        "administrator",
                        "query($b: String!) { customer(ref: {external: {brand: $b, externalId:"
                            + " \"ada\"}}) { wallet { balance } activities { edges { node { id } }"
                            + " } badges { edges { node { id } } } } }",
                        Map.of("b", desk.brand()));
        assertThat(after.at("/customer/wallet/balance").asLong()).isZero();
        assertThat(after.at("/customer/activities/edges")).isEmpty();
        assertThat(after.at("/customer/badges/edges")).isEmpty();
    }

    @Test
    void tellsWhatALateActivityWouldChange() {
        desk.enrol("ada");
        desk.decide(
                "publishRule",
                Map.of(
                        "ruleVersionId",
                        draft("first", Map.of("when", Map.of("nthOfKind", Map.of("n", 1))))));
        desk.record(desk.review("ada", "one", "2026-11-20T10:00:00Z", Map.of()));
        var late = desk.review("ada", "zero", "2026-11-19T10:00:00Z", Map.of());
        var simulated = simulate("administrator", late, List.of()).path("simulatedActivity");
        assertThat(simulated.at("/pointsEffects/0/amount").asLong()).isEqualTo(10);
        assertThat(simulated.at("/corrections/0/amount").asLong()).isEqualTo(-10);
        assertThat(simulated.at("/corrections/0/currency").asString()).isEqualTo("points");
    }

    @Test
    void refusesWhatCouldNotBeRecorded() {
        desk.enrol("ada");
        var review = desk.review("ada", "one", "2026-11-20T10:00:00Z", Map.of());
        var nobody = desk.review("nobody", "one", "2026-11-20T10:00:00Z", Map.of());
        assertThat(Api.refusals(simulate("administrator", nobody, List.of())))
                .containsExactly("CUSTOMER_NOT_FOUND");
        var kind = desk.review("ada", "one", "2026-11-20T10:00:00Z", Map.of("kind", "what.ever"));
        assertThat(Api.refusals(simulate("administrator", kind, List.of())))
                .containsExactly("KIND_NOT_FOUND");
        var strange = simulate("administrator", review, List.of("rlv_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(Api.refusals(strange)).containsExactly("RULE_NOT_FOUND");
        assertThat(strange.at("/userErrors/0/path/0").asString()).isEqualTo("drafts");
        assertThat(strange.path("simulatedActivity").isNull()).isTrue();
        assertThat(Api.refusals(simulate("larkspur", review, List.of())))
                .containsExactly("BRAND_NOT_FOUND");
        var draft = draft("more", Map.of());
        assertThat(Api.refusals(simulate("administrator", review, Collections.nCopies(21, draft))))
                .containsExactly("INVALID_INPUT");
    }

    private JsonNode begin(List<String> drafts, Map<String, ?> changes) {
        var input = new HashMap<String, Object>();
        input.put("brand", desk.brand());
        input.put("drafts", drafts);
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

    private JsonNode seen(String caller, String id, String after) {
        var variables = new HashMap<String, Object>(Map.of("id", id));
        variables.put("after", after);
        return api.data(caller, SIMULATION, variables).path("node");
    }

    @Test
    void goesOverTheHistoryAsIfADraftHadBeenInForce() {
        desk.publish("reviews");
        for (var who : List.of("ada", "grace", "hedy")) {
            desk.enrol(who);
            desk.record(desk.review(who, who + "1", "2026-11-01T10:00:00Z", Map.of()));
            desk.record(desk.review(who, who + "2", "2026-11-03T10:00:00Z", Map.of()));
        }
        desk.record(desk.review("grace", "grace3", "2026-11-04T10:00:00Z", Map.of()));
        var draft = draft("reviews", Map.of("points", Map.of("fixed", 15)));
        var begun = begin(List.of(draft), Map.of());
        assertThat(begun.path("userErrors")).isEmpty();
        var id = begun.at("/simulation/id").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                seen("administrator", id, null)
                                        .path("state")
                                        .asString()
                                        .equals("DONE"));
        var done = seen("administrator", id, null);
        assertThat(done.path("customers").asLong()).isEqualTo(3);
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("activities").asLong()).isEqualTo(7);
        assertThat(done.at("/totals/0/before").asLong()).isEqualTo(70);
        assertThat(done.at("/totals/0/after").asLong()).isEqualTo(90);
        assertThat(done.at("/totals/0/customers").asLong()).isEqualTo(3);
        assertThat(done.at("/differences/edges/0/node/customer/externalId").asString())
                .isEqualTo("grace");
        assertThat(done.at("/differences/edges/0/node/after").asLong()).isEqualTo(40);
        assertThat(done.at("/differences/pageInfo/hasNextPage").asBoolean()).isTrue();
        var after = done.at("/differences/pageInfo/endCursor").asString();
        var rest = seen("administrator", id, after);
        assertThat(rest.at("/differences/edges")).hasSize(1);
        assertThat(rest.at("/differences/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(seen("larkspur", id, null).isNull()).isTrue();
        assertThat(seen(api.newPartner(desk.brand()), id, null).path("done").asLong()).isEqualTo(3);
        var wallet =
                api.data(
                        "administrator",
                        "query($b: String!) { customer(ref: {external: {brand: $b, externalId:"
                                + " \"ada\"}}) { wallet { balance } } }",
                        Map.of("b", desk.brand()));
        assertThat(wallet.at("/customer/wallet/balance").asLong()).isEqualTo(20);
    }

    @Test
    void refusesToSimulateWhatCannotBe() {
        assertThat(Api.refusals(begin(List.of(), Map.of("until", "2026-11-01T00:00:00Z"))))
                .containsExactly("INVALID_INPUT");
        assertThat(Api.refusals(begin(List.of("rlv_nothing"), Map.of())))
                .containsExactly("RULE_NOT_FOUND");
        assertThat(Api.refusals(begin(List.of(), Map.of("brand", "no-such-brand"))))
                .containsExactly("BRAND_NOT_FOUND");
        var input =
                Map.of(
                        "brand",
                        desk.brand(),
                        "from",
                        "2026-11-01T00:00:00Z",
                        "until",
                        "2026-11-02T00:00:00Z");
        assertThat(
                        api.errorCodes(
                                api.newPartner(desk.brand()),
                                EarningApi.document("startRuleSimulation", "userErrors { code }"),
                                Map.of("input", input)))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void tellsWhereACustomerStands() {
        desk.enrol("ada");
        var document =
                """
                query($b: String!) {
                  customer(ref: {external: {brand: $b, externalId: "ada"}}) {
                    tiers {
                      tierSetKey tierSet { name } tier { key name from multiplier benefits } points next { key } pointsToNextTier
                      since downgradeOn projectedTier { key }
                    }
                  }
                }
                """;
        var variables = Map.of("b", desk.brand());
        assertThat(api.data("administrator", document, variables).at("/customer/tiers")).isEmpty();
        desk.tiers(Map.of());
        desk.decide(
                "publishRule",
                Map.of("ruleVersionId", draft("reviews", Map.of("points", Map.of("fixed", 1200)))));
        var before = api.data("administrator", document, variables).at("/customer/tiers/0");
        assertThat(before.at("/tier/key").asString()).isEqualTo("blue");
        assertThat(before.at("/next/key").asString()).isEqualTo("gold");
        assertThat(before.path("pointsToNextTier").asLong()).isEqualTo(1000);
        desk.record(desk.review("ada", "one", "2026-11-20T23:30:00Z", Map.of()));
        var standing = api.data("administrator", document, variables).at("/customer/tiers/0");
        assertThat(standing.path("tierSetKey").asString()).isEqualTo("club");
        assertThat(standing.at("/tierSet/name").asString()).isEqualTo("The club");
        assertThat(standing.at("/tier/name").asString()).isEqualTo("Gold");
        assertThat(standing.at("/tier/multiplier").asString()).isEqualTo("1.5");
        assertThat(standing.path("points").asLong()).isEqualTo(1200);
        assertThat(standing.path("next").isNull()).isTrue();
        assertThat(standing.path("pointsToNextTier").asLong()).isZero();
        assertThat(standing.path("since").asString()).isEqualTo("2026-11-20");
        assertThat(standing.path("downgradeOn").isNull()).isTrue();
        assertThat(standing.at("/projectedTier/key").asString()).isEqualTo("gold");
    }
}
