package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningSamples;
import dev.grapevine.api.testing.Script;
import dev.grapevine.api.testing.SilentProgress;
import dev.grapevine.graph.dataimport.DataImport;
import dev.grapevine.graph.dataimport.ImportFolder;
import dev.grapevine.graph.dataimport.ImportRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scripts of the client samples that configure a brand and replay its activities. */
@ApiTest
@EnabledIf(
        value = "dev.grapevine.api.testing.Script#isNodeInstalled",
        disabledReason = "node is not installed.")
class CommunitySamplesIT {

    private static final String SITE = Script.sample("questions-and-answers/programme.json");

    private static final String CUSTOMERS =
            """
            externalId,joinedAt,displayName,referredBy
            ann,2026-01-01T09:00:00Z,Ann,
            bob,2026-01-01T10:00:00Z,Bob,ann
            cyd,2026-01-02T09:00:00Z,Cyd,
            """;
    private static final String CONTRIBUTIONS =
            """
            externalId,customer,kind,title,submittedAt,inReplyTo,tags,views,status
            q1,ann,QUESTION,Why are bubbles round?,2026-01-03T09:00:00Z,,,1000,OPEN
            a1,bob,ANSWER,,2026-01-03T10:00:00Z,q1,,,OPEN
            q2,cyd,QUESTION,Why?,2026-01-03T11:00:00Z,,,,OPEN
            """;
    private static final String ACTIVITIES =
            """
            {"id":"o1","kind":"account.opened","customer":"ann","occurredAt":"2026-01-01T09:00:00Z"}
            {"id":"o2","kind":"account.opened","customer":"bob","occurredAt":"2026-01-01T10:00:00Z","quantity":101}
            {"id":"o3","kind":"account.opened","customer":"cyd","occurredAt":"2026-01-02T09:00:00Z"}
            {"id":"v1","kind":"question.upvoted","customer":"ann","contribution":"q1","occurredAt":"2026-01-04T09:00:00Z"}
            {"id":"v2","kind":"question.upvoted","customer":"ann","contribution":"q1","occurredAt":"2026-01-04T10:00:00Z"}
            {"id":"v3","kind":"answer.upvoted","customer":"bob","contribution":"a1","occurredAt":"2026-01-04T11:00:00Z"}
            {"id":"v4","kind":"answer.downvoted","customer":"bob","contribution":"a1","occurredAt":"2026-01-05T09:00:00Z"}
            {"id":"v5","kind":"answer.accepted","customer":"bob","contribution":"a1","occurredAt":"2026-01-05T10:00:00Z"}
            {"id":"v5","kind":"accept.given","customer":"ann","contribution":"q1","occurredAt":"2026-01-05T10:00:00Z"}
            {"id":"v6","kind":"question.downvoted","customer":"cyd","contribution":"q2","occurredAt":"2026-01-05T11:00:00Z"}
            """;
    private static final String BAD_LINES =
            """
            {"id":"v7","kind":"question.upvoted","customer":"dan","occurredAt":"2026-01-06T09:00:00Z"}
            {"id":"v8","kind":"question.upvoted","occurredAt":"2026-01-06T09:00:00Z"}
            {"id":"v9","kind":"question.upvoted","customer":"ann","occurredAt":"yesterday"}
            nonsense
            """;

    @Autowired Api api;

    @Autowired DataImport community;

    @TempDir Path folder;

    private final String brand = "club-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void importCommunity() throws IOException {
        EarningSamples.register(api, brand);
        Files.writeString(folder.resolve("customers.csv"), CUSTOMERS);
        Files.writeString(folder.resolve("contributions.csv"), CONTRIBUTIONS);
        community.run(
                new ImportRequest(
                        brand, ImportFolder.checked(folder), folder.resolve("rejects.csv")),
                new SilentProgress());
        Files.writeString(folder.resolve("activities.jsonl"), ACTIVITIES + BAD_LINES);
    }

    @Test
    void awardPointsAndBadgesOfTheProgramme() throws Exception {
        assertThat(run("configure.mjs", brand, SITE).succeeded())
                .contains(
                        "1 of 38: create-activity-kind account.opened\n",
                        "17 of 38: rule question-up\n",
                        "38 of 38 are new.",
                        "Next: node replay.mjs " + brand);
        assertThat(replay()).contains("10 recorded, 0 known before, 4 rejected", "Next: ");

        assertThat(points("ann")).isEqualTo(1 + 2 * 5 + 2);
        assertThat(points("bob")).isEqualTo(101 + 10 - 2 + 15);
        assertThat(points("cyd")).as("never below 1").isEqualTo(1);
        assertThat(badges("ann"))
                .containsExactlyInAnyOrder("Student", "Scholar", "Popular Question");
        assertThat(badges("bob")).containsExactly("Teacher");
        assertThat(badges("cyd")).isEmpty();
    }

    @Test
    void writeRejectedLinesWithReasons() throws Exception {
        run("configure.mjs", brand, SITE).succeeded();
        replay();
        assertThat(rejects())
                .extracting(it -> it.get("line").asInt(), it -> it.get("code").asString())
                .containsExactlyInAnyOrder(
                        tuple(11, "CUSTOMER_NOT_FOUND"),
                        tuple(12, "INVALID_LINE"),
                        tuple(13, "INVALID_DOCUMENT"),
                        tuple(14, "INVALID_LINE"));
        assertThat(rejects())
                .allSatisfy(
                        it -> {
                            assertThat(it.get("message").asString()).isNotEmpty();
                            assertThat(BAD_LINES).contains(it.get("text").asString());
                        });
    }

    @Test
    void changeNothingOnASecondRun() throws Exception {
        run("configure.mjs", brand, SITE).succeeded();
        replay();
        var customers = List.of(customer("ann"), customer("bob"), customer("cyd"));
        var rejects = rejects();

        assertThat(run("configure.mjs", brand, SITE).succeeded())
                .contains("38 of 38: create-badge commentator, there already")
                .contains("0 of 38 are new");
        assertThat(replay()).contains("0 recorded, 10 known before, 4 rejected");
        assertThat(List.of(customer("ann"), customer("bob"), customer("cyd"))).isEqualTo(customers);
        assertThat(rejects()).isEqualTo(rejects);
    }

    @Test
    void awardPointsByTierWithRounding() throws Exception {
        run("configure.mjs", brand, Script.sample("grocery-club/programme.json")).succeeded();
        write(
                "activities.jsonl",
                """
                {"id":"b1","kind":"purchase","customer":"ann","occurredAt":"2026-01-06T09:00:00Z","value":"25.04"}
                {"id":"b2","kind":"purchase","customer":"ann","occurredAt":"2026-01-07T09:00:00Z","value":"9.99"}
                {"id":"b3","kind":"purchase","customer":"ann","occurredAt":"2026-01-08T09:00:00Z","value":"30.00"}
                {"id":"b4","kind":"purchase","customer":"ann","occurredAt":"2026-01-09T09:00:00Z","value":"1.03"}
                {"id":"b5","kind":"purchase","customer":"ann","occurredAt":"2026-07-09T09:00:00Z","value":"1.05"}
                """);
        assertThat(replay()).contains("5 recorded, 0 known before, 0 rejected");
        var member = 250;
        var silver = 125 + 375;
        var gold = 15;
        var memberAgain = 11;
        assertThat(points("ann")).isEqualTo(member + silver + gold + memberAgain);
    }

    @Test
    void recordChannelsAndFields() throws Exception {
        var programme =
                write(
                        "programme.json",
                        """
                        [
                          {"operation": "create-activity-kind", "input": {"key": "review.posted", "name": "Reviewed", "domain": "SERVICE", "stage": "AFTER_SALE", "fields": [{"name": "stars", "type": "NUMBER"}]}},
                          {"operation": "rule", "input": {"key": "stars", "name": "Stars in the app", "kinds": ["review.posted"], "when": {"all": [{"channelIn": ["app"]}, {"field": {"name": "stars", "comparison": "AT_LEAST", "value": "4"}}]}, "points": {"perValue": {"points": "2"}}}}
                        ]
                        """);
        run("configure.mjs", brand, programme).succeeded();
        write(
                "activities.jsonl",
                """
                {"id":"r1","kind":"review.posted","customer":"ann","occurredAt":"2026-01-06T09:00:00Z","channel":"app","value":12.5,"fields":{"stars":4.5}}
                {"id":"r2","kind":"review.posted","customer":"ann","occurredAt":"2026-01-07T09:00:00Z","channel":"web","value":"12.5","fields":{"stars":5}}
                """);
        assertThat(replay()).contains("2 recorded, 0 known before, 0 rejected");
        assertThat(points("ann")).isEqualTo(25);
        assertThat(folder.resolve("rejects.jsonl")).doesNotExist();
    }

    @Test
    void publishTheLatestProgramme() throws Exception {
        var five = write("five.json", visits(5));
        var seven = write("seven.json", visits(7));
        assertThat(run("configure.mjs", brand, five).succeeded()).contains("2 of 2 are new");
        assertThat(run("configure.mjs", brand, seven).succeeded()).contains("1 of 2 are new");
        assertThat(run("configure.mjs", brand, five).succeeded()).contains("1 of 2 are new");
        assertThat(run("configure.mjs", brand, five).succeeded()).contains("0 of 2 are new");
        write(
                "activities.jsonl",
                """
                {"id":"v1","kind":"visit.made","customer":"ann","occurredAt":"2026-01-06T09:00:00Z"}
                """);
        replay();
        assertThat(points("ann")).isEqualTo(5);
    }

    @Test
    void overwriteNothingButARejectFile() throws Exception {
        var precious = write("precious.jsonl", ACTIVITIES);
        assertThat(run("replay.mjs", brand, precious, precious).failed())
                .endsWith("is no reject file, and would be overwritten.");
        assertThat(run("replay.mjs", brand, precious, "rejects.jsonl", precious).failed())
                .startsWith("Usage: ");
        assertThat(Path.of(precious)).hasContent(ACTIVITIES);
    }

    @Test
    void reportFailuresInOneLine() throws Exception {
        var activities = folder.resolve("activities.jsonl").toString();
        var here = api.uri("").toString();
        var key = api.key("administrator");
        assertThat(runAs(here, "gv_live_0_0", "configure.mjs", brand, SITE).failed())
                .endsWith("does not know the key in GRAPEVINE_KEY.");
        assertThat(runAs(here, "gv_live_0_0", "replay.mjs", brand, activities).failed())
                .endsWith("does not know the key in GRAPEVINE_KEY.");
        assertThat(runAs(here, "", "configure.mjs", brand, SITE).failed())
                .contains("GRAPEVINE_KEY is not set");
        assertThat(runAs(here, api.key("larkspur"), "configure.mjs", brand, SITE).failed())
                .contains("FORBIDDEN");
        assertThat(runAs(unusedAddress(), key, "replay.mjs", brand, activities).failed())
                .contains("does not answer", "Is Grapevine running there?");
        assertThat(run("configure.mjs", "no-brand", SITE).failed()).contains("BRAND_NOT_FOUND");
        assertThat(run("replay.mjs", "no-brand", activities).failed()).contains("BRAND_NOT_FOUND");
        assertThat(run("replay.mjs", brand, "no-file.jsonl").failed()).contains("no-file.jsonl");
        assertThat(run("replay.mjs", brand).failed()).startsWith("Usage: ");
        var wrong =
                write(
                        "wrong.json",
                        """
                        [{"operation": "create-badge", "input": {"key": "x", "name": "X", "criteria": {"kinds": {"kind": ""}, "threshold": 0}}}]
                        """);
        assertThat(run("configure.mjs", brand, wrong).failed())
                .startsWith("1 of 1: create-badge x: INVALID_INPUT");
    }

    private static String visits(int points) {
        return """
        [
          {"operation": "create-activity-kind", "input": {"key": "visit.made", "name": "Visited", "domain": "SERVICE", "stage": "IN_SALE"}},
          {"operation": "rule", "input": {"key": "visits", "name": "Visits", "kinds": ["visit.made"], "points": {"fixed": %d}}}
        ]
        """
                .formatted(points);
    }

    private String write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text).toString();
    }

    private String replay() throws Exception {
        return run("replay.mjs", brand, "activities.jsonl", "rejects.jsonl").succeeded();
    }

    private List<JsonNode> rejects() throws IOException {
        return Files.readAllLines(folder.resolve("rejects.jsonl")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private long points(String customer) {
        return customer(customer).at("/wallet/balance").asLong();
    }

    private List<String> badges(String customer) {
        return customer(customer)
                .at("/badgeAwards/edges")
                .valueStream()
                .map(it -> it.at("/node/badge/name").asString())
                .toList();
    }

    private JsonNode customer(String name) {
        var document =
                """
                query($brand: String!, $name: String!) {
                  customer(ref: {external: {brand: $brand, externalId: $name}}) {
                    wallet { balance entries { edges { node { id amount } } } }
                    badgeAwards { edges { node { id badge { name } } } }
                  }
                }
                """;
        return api.data("administrator", document, Map.of("brand", brand, "name", name))
                .path("customer");
    }

    /** Returns an address without a listener. */
    private static String unusedAddress() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return "http://localhost:" + socket.getLocalPort();
        }
    }

    private Script run(String... command) throws Exception {
        return runAs(api.uri("").toString(), api.key("administrator"), command);
    }

    private Script runAs(String server, String key, String... command) throws Exception {
        return Script.run(folder, server, key, command);
    }
}
