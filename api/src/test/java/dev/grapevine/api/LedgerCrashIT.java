package dev.grapevine.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.api.testing.GrapevineProcess;
import dev.grapevine.api.testing.LedgerLoad;
import dev.grapevine.graph.testing.LedgerInvariants;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Crash test of the ledger: kills the process with SIGKILL under load. {@code -Dgrapevine.kills=20}
 * sets the number of kills (default 3); {@code -Dgrapevine.seed=…} repeats the calls and delays of
 * the run that printed the seed, as far as thread scheduling allows.
 */
class LedgerCrashIT {

    private static final int KILLS = Integer.getInteger("grapevine.kills", 3);
    private static final long SEED =
            Long.getLong("grapevine.seed", RandomGenerator.getDefault().nextLong());

    @TempDir Path folder;

    @Test
    void keepsEveryAcknowledgedCallExactlyOnce() throws Exception {
        System.out.println(
                "LedgerCrashIT: -Dgrapevine.kills=" + KILLS + " -Dgrapevine.seed=" + SEED);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var calls = new ArrayList<LedgerLoad.Call>();
        Map<String, LedgerLoad.Sums> before = Map.of();
        for (var kill = 1; kill <= KILLS; kill++) {
            try (var process = GrapevineProcess.on(folder)) {
                var load = new LedgerLoad(process, folder);
                before = before.isEmpty() ? load.sums() : before;
                verifyAfterStart(load, calls, before);
                calls.addAll(
                        load.runUntil(
                                Duration.ofMillis(random.nextInt(100, 3_000)),
                                process::kill,
                                random.nextLong(),
                                "kill-" + kill));
            }
        }
        try (var process = GrapevineProcess.on(folder)) {
            verifyAfterStart(new LedgerLoad(process, folder), calls, before);
        }
        assertThat(calls).as("calls").hasSizeGreaterThan(KILLS);
        System.out.println(
                "LedgerCrashIT: "
                        + calls.size()
                        + " calls, "
                        + calls.stream().filter(LedgerLoad.Call::hadNoResponse).count()
                        + " of them without a response");
    }

    /**
     * Verifies that each acknowledged call has one entry, and completes the calls without a
     * response.
     */
    private void verifyAfterStart(
            LedgerLoad load, List<LedgerLoad.Call> calls, Map<String, LedgerLoad.Sums> before)
            throws IOException {
        try (var driver = driver()) {
            assertPostedOnce(driver, calls.stream().filter(LedgerLoad.Call::isSuccessful).toList());
            new LedgerInvariants(driver).check(brandId(driver));
            for (var call : calls) {
                if (call.isOpen()) {
                    load.repeat(call);
                    var first = call.entryId();
                    load.repeat(call);
                    assertThat(call.entryId()).isEqualTo(first);
                }
            }
            assertPostedOnce(driver, calls.stream().filter(LedgerLoad.Call::isSuccessful).toList());
            new LedgerInvariants(driver).check(brandId(driver));
        }
        var expected = new java.util.HashMap<>(before);
        for (var call : calls) {
            if (call.isSuccessful()) {
                expected.merge(call.customer(), call.effect(), LedgerLoad.Sums::plus);
            }
        }
        assertThat(load.sums()).isEqualTo(expected);
    }

    /** Asserts one entry per call, with the amount of the call. */
    private static void assertPostedOnce(Driver driver, List<LedgerLoad.Call> calls) {
        var rows =
                driver.executableQuery(
                                """
                                UNWIND $calls AS call
                                OPTIONAL MATCH (entry:PointsEntry {id: call.entryId, amount: call.amount})
                                WITH call, count(entry) AS times
                                WHERE times <> 1
                                RETURN call.key + ' has ' + times + ' entries' AS problem
                                """)
                        .withParameters(
                                Map.of("calls", calls.stream().map(LedgerLoad.Call::row).toList()))
                        .execute()
                        .records();
        assertThat(rows).isEmpty();
    }

    private static String brandId(Driver driver) {
        return driver.executableQuery("MATCH (brand:Brand {key: 'larkspur'}) RETURN brand.id AS id")
                .execute()
                .records()
                .getFirst()
                .get("id")
                .asString();
    }

    private Driver driver() throws IOException {
        var address = Files.readString(folder.resolve("neo4j.address")).strip();
        var password = Files.readString(folder.resolve("neo4j.password")).strip();
        return GraphDatabase.driver(address, AuthTokens.basic("neo4j", password));
    }
}
