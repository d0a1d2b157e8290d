package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.InsufficientPoints;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.posting.LedgerCommand;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reader of immutable data: wallets of entries and holds, keys of wallets, and original results of
 * commands.
 */
@Component
public class LedgerReader {

    private static final CypherStatement WALLETS_OF_ENTRIES =
            CypherStatement.of(LedgerReader.class, "wallets-of-entries");
    private static final CypherStatement REVERSAL =
            CypherStatement.of(LedgerReader.class, "wallets-of-caused-entries");
    private static final CypherStatement KEYS =
            CypherStatement.of(LedgerReader.class, "wallets-by-ids");
    private static final CypherStatement ORIGINAL_RESULTS =
            CypherStatement.of(LedgerReader.class, "original-results");

    private final GraphClient graph;

    LedgerReader(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Returns the wallet of an entry or hold; null if the node does not exist or is not visible to
     * the caller.
     */
    public @Nullable WalletKey walletOf(Caller caller, String id) {
        return graph.read(WALLETS_OF_ENTRIES, Map.of("ids", List.of(id)), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .map(LedgerReader::wallet)
                .findFirst()
                .orElse(null);
    }

    private static WalletKey wallet(Record row) {
        return new WalletKey(row.get("customerId").asString(), row.get("currency").asString());
    }

    /**
     * Returns the wallets that a reversal locks, that of the entry first, with the points that each
     * may lose; empty if the entry does not exist or is not visible to the caller.
     */
    public List<LedgerCommand.WalletAccess> reversalWalletAccess(
            Caller caller, ReverseEntry command) {
        return graph.read(REVERSAL, Map.of("ids", List.of(command.entryId())), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .map(
                        row ->
                                new LedgerCommand.WalletAccess(
                                        wallet(row), "entryId", row.get("amount").asLong()))
                .toList();
    }

    /** Returns the keys of wallets, by which they are locked. */
    public List<WalletKey> keysOf(Collection<String> walletIds) {
        return graph.read(
                KEYS,
                Map.of("ids", List.copyOf(walletIds)),
                row -> Rows.map(row.get("wallet"), Wallet.class).walletKey());
    }

    /** Returns the original results of commands, by the ids of their entries. */
    public Map<String, Result<PointsEntry>> originalResults(Collection<String> ids) {
        return graph.read(ORIGINAL_RESULTS, Map.of("ids", List.copyOf(ids)), row -> row).stream()
                .collect(toMap(row -> row.get("id").asString(), LedgerReader::originalResult));
    }

    private static Result<PointsEntry> originalResult(Record row) {
        if (!row.get("entry").isNull()) {
            return Result.success(Rows.map(row.get("entry"), PointsEntry.class));
        }
        return Result.rejectedFinally(
                new InsufficientPoints(row.get("balance").asLong(), row.get("required").asLong()));
    }
}
