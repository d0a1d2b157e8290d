package dev.grapevine.graph.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Parameters;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.posting.AdjustCommand;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.session.LedgerWriter;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryRunner;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tests that two entries of a wallet never have the same number, even if its lock fails. */
@GraphTest
class WalletLockIT {

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired LedgerExecutor executor;
    @Autowired GraphClient graph;
    @Autowired Ids ids;
    @Autowired Driver driver;

    @Test
    void storesNothingIfTheWalletWasChangedSinceItWasLoaded() {
        var brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        var ada = testLedger.wallet(brand, "ada", "gifts");
        ada.earn(100);
        var adjustment = new AdjustPoints(ada.customer().id(), "gifts", 5, "A mistake");
        var command = new AdjustCommand(Caller.SYSTEM, adjustment);
        var queued = new LedgerExecutor.QueuedCommand(command, ids.next("pte"), null);
        assertThatThrownBy(
                        () ->
                                graph.inOneTransaction(
                                        () -> {
                                            var session = executor.open(List.of(command));
                                            addAnEntry(ada.wallet().id());
                                            return executor.execute(session, List.of(queued));
                                        }))
                .hasMessage("A wallet was changed despite its lock");
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(ada.entries()).hasSize(1);
    }

    /** Without the lock of the loader, the statement itself has to wait for the other writer. */
    @Test
    void storesOneOfTwoWritersThatLoadedTheSameWalletWithoutALock() throws Exception {
        var brand = testBrand.newBrand();
        testLedger.setCurrency(brand, "gifts");
        var ada = testLedger.wallet(brand, "ada", "gifts");
        ada.earn(100);
        var statement = CypherStatement.of(LedgerWriter.class, "save-wallets");
        var wallet = Parameters.of(ada.wallet());
        wallet.put("sequence", 2L);
        var row = Map.of("wallet", wallet, "loadedSequence", 1L, "entries", List.of());
        var parameters = Map.<String, Object>of("wallets", List.of(row));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var session = driver.session();
                var first = session.beginTransaction()) {
            assertThat(saved(first, statement, parameters)).isOne();
            var second = threads.submit(() -> savedAlone(statement, parameters));
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            first.commit();
            assertThat(second.get(10, TimeUnit.SECONDS)).isZero();
        }
    }

    private int savedAlone(CypherStatement statement, Map<String, Object> parameters) {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            var saved = saved(transaction, statement, parameters);
            transaction.commit();
            return saved;
        }
    }

    private static int saved(
            QueryRunner database, CypherStatement statement, Map<String, Object> parameters) {
        return database.run(statement.text(), parameters).single().get("saved").asInt();
    }

    /** Does to the wallet what another transaction would do if there were no lock. */
    private void addAnEntry(String walletId) {
        graph.write(
                new CypherStatement(
                        "test/add-an-entry",
                        "MATCH (wallet:Wallet {id: $id}) SET wallet.sequence = 2"),
                Map.of("id", walletId));
    }
}
