package dev.grapevine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.embedded.inprocess.DatabaseThread;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Values;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** Parameters, rows and summaries of statements. */
class ConnectionValuesIT extends ConnectionContract {

    @Test
    void returnsEachTypeOfValueAsItWasGiven() {
        var zone = ZonedDateTime.of(2026, 3, 29, 2, 30, 0, 5, ZoneId.of("Europe/Berlin"));
        var values = new HashMap<String, Object>();
        values.put("null", null);
        values.put("boolean", true);
        values.put("integer", Long.MIN_VALUE);
        values.put("float", 0.1);
        values.put("infinite", Double.NEGATIVE_INFINITY);
        values.put("string", "ä€𝄞\u0000");
        values.put("bytes", new byte[] {0, -1, 127});
        values.put("list", List.of(1L, "two", List.of(3.0), Map.of("four", 4L)));
        values.put("map", Map.of("a", Map.of("b", List.of())));
        values.put("date", LocalDate.of(1, 1, 1));
        values.put("time", OffsetTime.of(23, 59, 59, 999_999_999, ZoneOffset.ofHours(-8)));
        values.put("localTime", LocalTime.MIDNIGHT);
        values.put("localDateTime", LocalDateTime.of(9999, 12, 31, 0, 0));
        values.put("dateTime", zone);
        values.put("offset", zone.withZoneSameInstant(ZoneOffset.ofHours(5)));
        values.put("duration", Values.isoDuration(1, -2, 3, 4));
        values.put("point", Values.point(4326, 13.4, 52.5));
        values.put("space", Values.point(9157, 1, 2, 3));
        var given = Values.value(values);
        assertThat(value("RETURN $given AS value", Map.of("given", given))).isEqualTo(given);
    }

    @Test
    void returnsListsThatAreStoredAsProperties() {
        var stored =
                value(
                        "CREATE (t:Thing {numbers: [1, 2], texts: ['a'], truths: [true], "
                                + "dates: [date('2026-01-01')]}) "
                                + "RETURN [t.numbers, t.texts, t.truths, t.dates] AS value",
                        Map.of());
        assertThat(stored.asList())
                .containsExactly(
                        List.of(1L, 2L),
                        List.of("a"),
                        List.of(true),
                        List.of(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void returnsNodesRelationshipsAndPaths() {
        var path =
                value(
                                "CREATE p = (a:Thing:Named {key: $key, name: 'a'})"
                                        + "<-[:LIKES {since: 1}]-(b:Thing {name: 'b'}) "
                                        + "RETURN p AS value",
                                Map.of("key", key))
                        .asPath();
        var relationship = path.relationships().iterator().next();
        assertThat(path.start().labels()).containsExactlyInAnyOrder("Thing", "Named");
        assertThat(path.start().get("key").asString()).isEqualTo(key);
        assertThat(path.end().get("name").asString()).isEqualTo("b");
        assertThat(relationship.type()).isEqualTo("LIKES");
        assertThat(relationship.get("since").asLong()).isEqualTo(1);
        assertThat(relationship.endNodeElementId()).isEqualTo(path.start().elementId());
        assertThat(path.iterator().next().start().elementId()).isEqualTo(path.start().elementId());
    }

    @Test
    void streamsALongResultInPieces() throws Exception {
        streamALongResult();
        var onDatabaseThread = new FutureTask<>(this::streamALongResult, null);
        new DatabaseThread(onDatabaseThread).start();
        onDatabaseThread.get();
    }

    private void streamALongResult() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var rows = transaction.run("UNWIND range(1, 5500) AS n RETURN n").list();
            assertThat(rows).hasSize(5500);
            assertThat(rows.getLast().get("n").asInt()).isEqualTo(5500);
            assertThat(transaction.run("RETURN 1").list()).hasSize(1);
            transaction.commit();
        }
    }

    @Test
    void readsTwoResultsOfATransactionInTurn() {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var left = transaction.run("UNWIND range(1, 2500) AS n RETURN n");
            var right = transaction.run("UNWIND range(1, 2500) AS n RETURN n");
            for (var i = 1; i <= 2500; i++) {
                assertThat(left.next().get("n").asInt()).isEqualTo(i);
                assertThat(right.next().get("n").asInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void dropsARestThatNobodyReads() {
        try (var session = driver.session()) {
            session.run("UNWIND range(1, 5500) AS n RETURN n").next();
            var created =
                    session.run(
                            "UNWIND range(1, 1500) AS n CREATE (t:Thing {key: $key}) RETURN n",
                            Map.of("key", key));
            assertThat(created.consume().counters().nodesCreated()).isEqualTo(1500);
        }
        assertThat(count()).isEqualTo(1500);
    }

    @Test
    void explainsAndProfilesAStatement() {
        try (var session = driver.session()) {
            var plan = session.run("EXPLAIN MATCH (t:Thing) RETURN t").consume().plan();
            assertThat(plan.operatorType()).startsWith("ProduceResults");
            assertThat(plan.children().getFirst().operatorType()).startsWith("NodeByLabelScan");
            var profile = session.run("PROFILE UNWIND [1, 2] AS n RETURN n").consume().profile();
            assertThat(profile.records()).isEqualTo(2);
        }
    }
}
