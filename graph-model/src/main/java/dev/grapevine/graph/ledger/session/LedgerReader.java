package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
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

/** Reads what never changes: where entries and holds are, and what commands were answered first. */
@Component
public class LedgerReader {

    private static final CypherStatement WALLETS_OF_ENTRIES =
            CypherStatement.of(LedgerReader.class, "wallets-of-entries");
    private static final CypherStatement REVERSAL =
            CypherStatement.of(LedgerReader.class, "wallets-of-caused-entries");
    private static final CypherStatement KEYS =
            CypherStatement.of(LedgerReader.class, "wallets-by-ids");
    private static final CypherStatement FIRST_ANSWERS =
            CypherStatement.of(LedgerReader.class, "original-results");

    private final GraphClient graph;

    LedgerReader(GraphClient graph) {
        this.graph = graph;
    }

    /** The wallet of an entry or a hold; null if there is none that the caller may see. */
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
     * The wallets that taking an entry back concerns, the entry's first, with what each may lose;
     * nothing if there is no such entry that the caller may see.
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

    /** The keys of wallets, by which they are locked. */
    public List<WalletKey> keysOf(Collection<String> walletIds) {
        return graph.read(
                KEYS,
                Map.of("ids", List.copyOf(walletIds)),
                row -> row.get("wallet").as(Wallet.class).walletKey());
    }

    /** What commands were answered first, by the ids that their entries have or would have had. */
    public Map<String, Result<PointsEntry>> originalResults(Collection<String> ids) {
        return graph.read(FIRST_ANSWERS, Map.of("ids", List.copyOf(ids)), row -> row).stream()
                .collect(toMap(row -> row.get("id").asString(), LedgerReader::originalResult));
    }

    private static Result<PointsEntry> originalResult(Record row) {
        if (!row.get("entry").isNull()) {
            return Result.success(row.get("entry").as(PointsEntry.class));
        }
        return Result.rejectedFinally(
                new InsufficientPoints(row.get("balance").asLong(), row.get("required").asLong()));
    }
}
