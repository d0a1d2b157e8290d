package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningApi;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Badges with criteria, levels and periods, and revocations of awards. */
@ApiTest
class BadgesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String BADGE =
            """
            badge {
              id key
              criteria {
                kinds { kind weight } when { quantity { comparison quantity } } whenInWords measure period
                isRepeatable levels { number name threshold } isPermanent timeZone
              }
            }
            userErrors { code message path } isReplay
            """;

    private static final String AWARDS =
            """
            query($b: String!, $revoked: Boolean!) {
              customer(ref: {external: {brand: $b, externalId: "ada"}}) {
                badgeAwards(includeRevoked: $revoked) {
                  edges {
                    node {
                      id reason periodKey measuredValue earnedAt revokedAt revocationReason credential
                      badge { key } level { number name threshold } contribution { externalId }
                      activity { externalId } ruleVersion { key } evidence { externalId }
                    }
                  }
                }
              }
            }
            """;

    @Autowired Api api;

    private EarningApi earningApi;

    @BeforeEach
    void enrolAda() {
        earningApi = new EarningApi(api);
        earningApi.enrol("ada");
    }

    private JsonNode create(String key, String criteria) {
        return earningApi.payload(
                "createBadge",
                BADGE,
                Map.of(
                        "brand",
                        earningApi.brand(),
                        "key",
                        key,
                        "name",
                        "Critic",
                        "criteria",
                        JSON.readTree(criteria)));
    }

    private String review(String id, String day) {
        return earningApi.record(earningApi.review("ada", id, day + "T10:00:00Z", Map.of()));
    }

    private List<JsonNode> awards(boolean includeRevoked) {
        var variables = Map.of("b", earningApi.brand(), "revoked", includeRevoked);
        return api.data("administrator", AWARDS, variables)
                .at("/customer/badgeAwards/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    private JsonNode award(String level) {
        return awards(true).stream()
                .filter(it -> it.at("/level/name").asString().equals(level))
                .findFirst()
                .orElseThrow();
    }

    private static final String LEVELS =
            """
            {"kinds": [{"kind": "review.posted"}],
             "levels": [{"name": "Bronze", "threshold": 1}, {"name": "Silver", "threshold": 2}]}
            """;

    @Test
    void returnsCriteriaAsWritten() {
        var written =
                """
                {"kinds": [{"kind": "review.posted", "weight": 2}, {"kind": "purchase.made", "weight": -1}],
                 "when": {"quantity": {"comparison": "AT_LEAST", "quantity": 2}},
                 "measure": "QUANTITY", "period": "MONTH", "isRepeatable": true,
                 "levels": [{"name": "Bronze", "threshold": 10}, {"name": "Gold", "threshold": 500}],
                 "isPermanent": true, "timeZone": "Europe/Berlin"}
                """;
        var badge = create("all", written).path("badge");
        var expected =
                """
                {"kinds": [{"kind": "review.posted", "weight": 2}, {"kind": "purchase.made", "weight": -1}],
                 "when": {"quantity": {"comparison": "AT_LEAST", "quantity": 2}},
                 "whenInWords": "the quantity is at least 2", "measure": "QUANTITY", "period": "MONTH",
                 "isRepeatable": true,
                 "levels": [{"number": 1, "name": "Bronze", "threshold": 10},
                            {"number": 2, "name": "Gold", "threshold": 500}],
                 "isPermanent": true, "timeZone": "Europe/Berlin"}
                """;
        assertThat(badge.path("criteria")).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void derivesASingleLevelFromAThreshold() {
        var badge =
                earningApi
                        .payload(
                                "createBadge",
                                BADGE,
                                Map.of(
                                        "brand",
                                        earningApi.brand(),
                                        "key",
                                        "plain",
                                        "name",
                                        "Plain",
                                        "criteria",
                                        JSON.readTree(
                                                """
                                                {"kinds": [{"kind": "review.posted"}], "threshold": 3}
                                                """)))
                        .path("badge");
        assertThat(badge.at("/criteria/levels").size()).isEqualTo(1);
        assertThat(badge.at("/criteria/levels/0/name").asString()).isEqualTo("Plain");
        assertThat(badge.at("/criteria/levels/0/threshold").asLong()).isEqualTo(3);
        assertThat(badge.at("/criteria/kinds/0/kind").asString()).isEqualTo("review.posted");
    }

    @Test
    void awardsEachLevelWithItsEvidence() {
        create("critic", LEVELS);
        review("one", "2026-11-01");
        review("two", "2026-11-02");
        assertThat(awards(false)).hasSize(2);
        var silver = award("Silver");
        assertThat(silver.path("reason").asString()).isEqualTo("THRESHOLD_REACHED");
        assertThat(silver.at("/level/number").asInt()).isEqualTo(2);
        assertThat(silver.path("measuredValue").asLong()).isEqualTo(2);
        assertThat(silver.path("earnedAt").asString()).isEqualTo("2026-11-02T10:00:00.000Z");
        assertThat(silver.at("/activity/externalId").asString()).isEqualTo("two");
        assertThat(evidence(silver)).containsExactly("two", "one");
        assertThat(evidence(award("Bronze"))).containsExactly("one");
        assertThat(silver.path("periodKey").isNull()).isTrue();
        assertThat(silver.path("contribution").isNull()).isTrue();
        assertThat(silver.path("ruleVersion").isNull()).isTrue();
    }

    private static List<String> evidence(JsonNode award) {
        return award.path("evidence")
                .valueStream()
                .map(it -> it.path("externalId").asString())
                .toList();
    }

    @Test
    void namesTheLevelInTheCredentialOfABadgeWithSeveral() {
        create("critic", LEVELS);
        review("one", "2026-11-01");
        review("two", "2026-11-02");
        var silver = achievement(award("Silver"));
        assertThat(silver.path("name").asString()).isEqualTo("Critic, Silver");
        assertThat(silver.path("id").asString()).endsWith("#2");
        assertThat(silver.at("/criteria/narrative").asString())
                .startsWith("Earned with 2 activities of the kind 'review.posted', or awarded by");
        assertThat(achievement(award("Bronze")).path("name").asString())
                .isEqualTo("Critic, Bronze");
    }

    private static JsonNode achievement(JsonNode award) {
        var payload = award.path("credential").asString().split("\\.", -1)[1];
        var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return JSON.readTree(json).at("/credentialSubject/achievement");
    }

    @Test
    void awardsARepeatableBadgeOncePerPeriod() {
        create(
                "daily",
                """
                {"kinds": [{"kind": "review.posted"}], "period": "DAY", "isRepeatable": true,
                 "levels": [{"name": "Daily", "threshold": 1}]}
                """);
        review("one", "2026-11-01");
        review("two", "2026-11-02");
        review("three", "2026-11-02");
        assertThat(awards(false))
                .map(it -> it.path("periodKey").asString())
                .containsExactlyInAnyOrder("2026-11-01", "2026-11-02");
    }

    @Test
    void namesTheContributionThatABadgeWasEarnedFor() {
        create(
                "keen",
                """
                {"kinds": [{"kind": "review.posted"}], "period": "CONTRIBUTION", "isRepeatable": true,
                 "levels": [{"name": "Keen", "threshold": 1}]}
                """);
        var submitted =
                earningApi.payload(
                        "submitContribution",
                        "userErrors { code message }",
                        Map.of(
                                "brand",
                                earningApi.brand(),
                                "customer",
                                Api.external(earningApi.brand(), "ada"),
                                "externalId",
                                "bell",
                                "kind",
                                "IDEA",
                                "title",
                                "A louder bell"));
        assertThat(submitted.path("userErrors")).isEmpty();
        earningApi.record(
                earningApi.review(
                        "ada",
                        "one",
                        "2026-11-01T10:00:00Z",
                        Map.of("contribution", Api.external(earningApi.brand(), "bell"))));
        var keen = award("Keen");
        assertThat(keen.at("/contribution/externalId").asString()).isEqualTo("bell");
        assertThat(keen.path("periodKey").asString()).startsWith("con_");
    }

    @Test
    void namesTheRuleThatAwardedABadge() {
        var draft = earningApi.draft("pioneers", Map.of("badge", "pioneer")).at("/ruleVersion/id");
        earningApi.changeRule("publishRule", Map.of("ruleVersionId", draft.asString()));
        review("one", "2026-11-01");
        review("two", "2026-11-02");
        var award = awards(false).getFirst();
        assertThat(award.path("reason").asString()).isEqualTo("RULE_FIRED");
        assertThat(award.at("/ruleVersion/key").asString()).isEqualTo("pioneers");
        assertThat(award.path("level").isNull()).isTrue();
        assertThat(evidence(award)).containsExactly("one");
        assertThat(awards(false)).hasSize(1);
    }

    private JsonNode revoke(String caller, String awardId, String reason, String key) {
        var input = Map.of("badgeAwardId", awardId, "reason", reason, "idempotencyKey", key);
        return api.data(
                        caller,
                        EarningApi.document(
                                "revokeBadge",
                                "award { id revocationReason } userErrors { code path } isReplay"),
                        Map.of("input", input))
                .path("revokeBadge");
    }

    @Test
    void revokesAnAwardOnce() {
        create("critic", LEVELS);
        review("one", "2026-11-01");
        var id = award("Bronze").path("id").asString();
        var key = UUID.randomUUID().toString();
        var revoked = revoke("administrator", id, "Written by a machine.", key);
        assertThat(revoked.path("userErrors")).isEmpty();
        assertThat(revoked.at("/award/revocationReason").asString())
                .isEqualTo("Written by a machine.");
        assertThat(awards(false)).isEmpty();
        assertThat(award("Bronze").path("revokedAt").isString()).isTrue();
        assertThat(award("Bronze").path("credential").isNull()).isTrue();
        assertThat(
                        revoke("administrator", id, "Written by a machine.", key)
                                .path("isReplay")
                                .asBoolean())
                .isTrue();
        assertThat(
                        Api.userErrorCodes(
                                revoke("administrator", id, "Again.", UUID.randomUUID() + "")))
                .containsExactly("ALREADY_REVOKED");
        review("two", "2026-11-02");
        assertThat(awards(false))
                .map(it -> it.at("/level/name").asString())
                .containsExactly("Silver");
    }

    @Test
    void hidesAwardsOfOtherBrands() {
        create("critic", LEVELS);
        review("one", "2026-11-01");
        var id = award("Bronze").path("id").asString();
        var foreign = revoke("larkspur", id, "Not ours.", UUID.randomUUID().toString());
        assertThat(Api.userErrorCodes(foreign)).containsExactly("BADGE_AWARD_NOT_FOUND");
        assertThat(foreign.at("/userErrors/0/path/0").asString()).isEqualTo("badgeAwardId");
        var own = api.newPartner(earningApi.brand());
        assertThat(Api.userErrorCodes(revoke(own, id, "", UUID.randomUUID().toString())))
                .containsExactly("INVALID_INPUT");
        assertThat(Api.userErrorCodes(revoke(own, id, "Ours.", UUID.randomUUID().toString())))
                .isEmpty();
    }

    @Test
    void revokesAnAwardWhoseActivityIsCancelled() {
        create("critic", LEVELS);
        var one = review("one", "2026-11-01");
        earningApi.payload(
                "cancelActivity",
                "isReplay",
                Map.of("activity", Map.of("id", one), "reason", "A mistake"));
        assertThat(awards(false)).isEmpty();
        assertThat(award("Bronze").path("revocationReason").asString())
                .isEqualTo("The activities that earned the award no longer count.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kinds\": [], \"levels\": [{\"name\": \"A\", \"threshold\": 1}]} |"
                        + " criteria.kinds",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"levels\": []} | criteria.levels",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"levels\": [{\"name\": \"A\","
                    + " \"threshold\": 2}, {\"name\": \"B\", \"threshold\": 2}]} | criteria.levels",
                "{\"kinds\": [{\"kind\": \"review.lost\"}], \"levels\": [{\"name\": \"A\","
                        + " \"threshold\": 1}]} | criteria.kinds",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"isRepeatable\": true, \"levels\":"
                        + " [{\"name\": \"A\", \"threshold\": 1}]} | criteria.isRepeatable",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"timeZone\": \"Mars\", \"levels\":"
                        + " [{\"name\": \"A\", \"threshold\": 1}]} | criteria.timeZone",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"when\": {\"badge\": \"none\"},"
                        + " \"levels\": [{\"name\": \"A\", \"threshold\": 1}]} | criteria.when",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"when\": {\"timeOfDay\": {\"from\":"
                        + " \"noon\", \"until\": \"18:00\"}}, \"levels\": [{\"name\": \"A\","
                        + " \"threshold\": 1}]} | criteria.when",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"threshold\": 0} |"
                        + " criteria.threshold",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"threshold\": 1000001} |"
                        + " criteria.threshold",
                "{\"kinds\": [{\"kind\": \"review.posted\"}], \"threshold\": 1, \"levels\":"
                        + " [{\"name\": \"A\", \"threshold\": 1}]} | criteria.threshold",
            })
    void rejectsInvalidCriteria(String criteria, String path) {
        var rejected = create("wrong", criteria);
        assertThat(rejected.path("badge").isNull()).isTrue();
        assertThat(Api.userErrorCodes(rejected)).containsOnly("INVALID_INPUT");
        assertThat(rejected.path("userErrors").valueStream())
                .allMatch(it -> path(it).equals(path), rejected.toString());
    }

    private static String path(JsonNode error) {
        return String.join(".", error.path("path").valueStream().map(JsonNode::asString).toList());
    }
}
