package dev.grapevine.graph.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class ExpiryJobIT {

    private static final CypherStatement STORED =
            new CypherStatement(
                    "test/stored-balance",
                    "MATCH (wallet:Wallet {customerId: $id, currency: 'points'}) RETURN"
                            + " wallet.balance AS balance, wallet.sequence AS sequence");

    @Autowired ExpiryJob job;
    @Autowired GraphClient graph;
    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired MovableClock clock;
    @Autowired LedgerInvariants invariants;

    /** Reads the stored balances directly, because the services would write due events. */
    private List<Long> stored(TestWallet testWallet) {
        return graph.read(
                        STORED,
                        Map.of("id", testWallet.customer().id()),
                        row -> List.of(row.get("balance").asLong(), row.get("sequence").asLong()))
                .getFirst();
    }

    @Test
    void writesDueEventsOnceInRepeatedRuns() {
        var brand = testBrand.newBrand();
        var testWallets = expiring(brand, 5);
        clock.pass(Duration.ofDays(2));
        job.run();
        job.run();
        assertThat(testWallets)
                .allSatisfy(
                        testWallet -> assertThat(stored(testWallet)).isEqualTo(List.of(7L, 3L)));
        invariants.check(brand.id());
    }

    @Test
    void writesDueEventsOnceInConcurrentRuns() throws Exception {
        var brand = testBrand.newBrand();
        var testWallets = expiring(brand, 10);
        clock.pass(Duration.ofDays(2));
        TestBrand.race(
                TestBrand.copies(
                        4,
                        () -> {
                            job.run();
                            return true;
                        }));
        assertThat(testWallets)
                .allSatisfy(
                        testWallet -> assertThat(stored(testWallet)).isEqualTo(List.of(7L, 3L)));
        invariants.check(brand.id());
    }

    /** Creates wallets with 7 points that never expire and 5 that expire tomorrow. */
    private List<TestWallet> expiring(Brand brand, int count) {
        var now = clock.now();
        clock.stopAt(now);
        return IntStream.range(0, count)
                .mapToObj(i -> testLedger.wallet(brand, "saver-" + i))
                .peek(testWallet -> testWallet.earn(7))
                .peek(wallet -> wallet.earn(5, now.plusDays(1)))
                .toList();
    }
}
