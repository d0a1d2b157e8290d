package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grapevine.api.testing.Api;
import dev.grapevine.api.testing.ApiTest;
import dev.grapevine.api.testing.EarningSamples;
import dev.grapevine.api.testing.SilentProgress;
import dev.grapevine.graph.dataimport.DataImport;
import dev.grapevine.graph.dataimport.ImportFolder;
import dev.grapevine.graph.dataimport.ImportRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Replay of a real site, if its data is in the folder {@code -Dgrapevine.data}. The brand is
 * configured only by the programme of the client samples, sent over HTTP, and reaches the
 * reputations and badges of the members of the site.
 */
@ApiTest
class BeerCommunityIT {

    private static final Path DATA =
            Path.of(System.getProperty("grapevine.data", "../../shared/data"), "beer");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 100;

    /**
     * Minimum recall of badges, where below the default: two of nine real awards have fewer than
     * three upvotes in the published data.
     */
    private static final Map<String, Double> RECALL = Map.of("Self-Learner", 0.77);

    @Autowired Api api;

    @Autowired DataImport community;

    @TempDir Path folder;

    @Test
    void reproducesReputationsAndBadges() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "There is no " + DATA + "; name the folder by -Dgrapevine.data");
        var brand = newSite();
        var activities = lines().filter(it -> it.has("customer")).toList();
        replay(brand, activities);
        var members = members(brand);
        assertReputations(members);
        assertBadges(members);

        replay(brand, activities);
        assertThat(members(brand)).isEqualTo(members);

        var other = newSite();
        replay(other, shuffledWithinDays(activities));
        assertThat(members(other)).isEqualTo(members);
    }

    private String newSite() throws IOException {
        var brand = "beer-" + UUID.randomUUID().toString().substring(0, 8);
        EarningSamples.register(api, brand);
        for (var file : List.of("customers.csv", "contributions.csv")) {
            Files.deleteIfExists(folder.resolve(file));
            Files.copy(DATA.resolve(file), folder.resolve(file));
        }
        community.run(
                new ImportRequest(
                        brand, ImportFolder.checked(folder), folder.resolve("rejects.csv")),
                new SilentProgress());
        EarningSamples.send(api, brand, "questions-and-answers/programme.json");
        return brand;
    }

    private static Stream<JsonNode> lines() throws IOException {
        return Files.readAllLines(DATA.resolve("activities.jsonl")).stream().map(JSON::readTree);
    }

    private static List<JsonNode> shuffledWithinDays(List<JsonNode> activities) {
        var days = new TreeMap<String, List<JsonNode>>();
        activities.forEach(
                it ->
                        days.computeIfAbsent(
                                        it.get("occurredAt").asString().substring(0, 10),
                                        _ -> new ArrayList<>())
                                .add(it));
        var random = new Random(11);
        days.values().forEach(day -> Collections.shuffle(day, random));
        return days.values().stream().flatMap(List::stream).toList();
    }

    private void replay(String brand, List<JsonNode> activities) {
        var document =
                """
                mutation($input: RecordActivitiesInput!) {
                  recordActivities(input: $input) { results { userErrors { code } } userErrors { code } }
                }
                """;
        for (var from = 0; from < activities.size(); from += BATCH) {
            var batch =
                    activities.subList(from, Math.min(from + BATCH, activities.size())).stream()
                            .map(activity -> withReferences(brand, activity))
                            .toList();
            var answer =
                    api.data(
                            "administrator",
                            document,
                            Map.of("input", Map.of("brand", brand, "activities", batch)));
            assertThat(answer.at("/recordActivities/userErrors").size()).isZero();
        }
    }

    private static JsonNode withReferences(String brand, JsonNode activity) {
        var input = (ObjectNode) activity.deepCopy();
        for (var field : List.of("customer", "contribution")) {
            if (activity.has(field)) {
                input.putObject(field)
                        .putObject("external")
                        .put("brand", brand)
                        .put("externalId", activity.get(field).asString());
            }
        }
        input.set("externalId", input.remove("id"));
        return input;
    }

    /**
     * Reputation and badges of a member.
     *
     * @param badges number of awards by the name of the badge
     */
    private record Member(long reputation, Map<String, Integer> badges) {}

    private Map<String, Member> members(String brand) throws IOException {
        var members = new TreeMap<String, Member>();
        var names =
                Files.readAllLines(DATA.resolve("customers.csv")).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList();
        for (var from = 0; from < names.size(); from += 5) {
            members(brand, names.subList(from, Math.min(from + 5, names.size())), members);
        }
        return members;
    }

    private void members(String brand, List<String> names, Map<String, Member> members) {
        var fields = new StringBuilder();
        for (var i = 0; i < names.size(); i++) {
            fields.append(
                    "m%d: customer(ref: {external: {brand: $b, externalId: \"%s\"}}) { wallet { balance } badgeAwards(first: 100) { edges { node { badge { name } } } } }\n"
                            .formatted(i, names.get(i)));
        }
        var data =
                api.data(
                        "administrator",
                        "query($b: String!) { " + fields + "}",
                        Map.of("b", brand));
        for (var i = 0; i < names.size(); i++) {
            var found = data.path("m" + i);
            var badges = new HashMap<String, Integer>();
            found.at("/badgeAwards/edges")
                    .valueStream()
                    .forEach(
                            it ->
                                    badges.merge(
                                            it.at("/node/badge/name").asString(), 1, Integer::sum));
            members.put(names.get(i), new Member(found.at("/wallet/balance").asLong(), badges));
        }
    }

    private static void assertReputations(Map<String, Member> members) throws IOException {
        var active = 0;
        var exact = 0;
        var close = 0;
        for (var line :
                Files.readAllLines(DATA.resolve("reputation.csv")).stream().skip(1).toList()) {
            var row = line.split(",");
            if (row[2].equals("1")) {
                var real = Long.parseLong(row[1]);
                var ours = members.get(row[0]).reputation();
                active++;
                exact += ours == real ? 1 : 0;
                close += Math.abs(ours - real) <= Math.max(2, real / 20.0) ? 1 : 0;
            }
        }
        assertThat(active).isEqualTo(733);
        assertThat(exact).as("exact reputations").isGreaterThanOrEqualTo(664);
        assertThat(close).as("reputations within 2 or 5 %").isGreaterThanOrEqualTo(721);
    }

    private static void assertBadges(Map<String, Member> members) throws IOException {
        var real = new TreeMap<String, Map<String, Integer>>();
        for (var line :
                Files.readAllLines(DATA.resolve("badges-awarded.csv")).stream().skip(1).toList()) {
            var row = line.split(",");
            real.computeIfAbsent(row[1], _ -> new HashMap<>()).merge(row[0], 1, Integer::sum);
        }
        for (var badge : EarningSamples.badges("questions-and-answers/programme.json")) {
            var realAwards = real.getOrDefault(badge, Map.of());
            var all = realAwards.values().stream().mapToInt(it -> it).sum();
            var found =
                    realAwards.entrySet().stream()
                            .mapToInt(
                                    it ->
                                            Math.min(
                                                    it.getValue(),
                                                    members.get(it.getKey())
                                                            .badges()
                                                            .getOrDefault(badge, 0)))
                            .sum();
            assertThat((double) found / all)
                    .as(badge + ": " + found + " of " + all)
                    .isGreaterThanOrEqualTo(RECALL.getOrDefault(badge, 0.85));
        }
    }
}
