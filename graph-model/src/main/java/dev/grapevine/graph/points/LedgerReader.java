package dev.grapevine.graph.points;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Outcome;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what never changes: where entries and holds are, and what commands were answered first. */
@Component
class LedgerReader {

    private static final CypherFile HOMES = CypherFile.of(LedgerReader.class, "homes");
    private static final CypherFile REVERSAL = CypherFile.of(LedgerReader.class, "homes-of-caused");
    private static final CypherFile KEYS = CypherFile.of(LedgerReader.class, "wallets-by-ids");
    private static final CypherFile FIRST_ANSWERS =
            CypherFile.of(LedgerReader.class, "first-answers");

    private final Graph graph;

    LedgerReader(Graph graph) {
        this.graph = graph;
    }

    /** The wallet of an entry or a hold; null if there is none that the caller may see. */
    @Nullable WalletKey homeOf(Caller caller, String id) {
        return graph.read(HOMES, Map.of("ids", List.of(id)), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .map(LedgerReader::home)
                .findFirst()
                .orElse(null);
    }

    private static WalletKey home(Record row) {
        return new WalletKey(row.get("customerId").asString(), row.get("currency").asString());
    }

    /**
     * The wallets that taking an entry back concerns, the entry's first, with what each may lose;
     * nothing if there is no such entry that the caller may see.
     */
    List<Order.Need> needsOfReversal(Caller caller, ReverseEntry command) {
        return graph.read(REVERSAL, Map.of("ids", List.of(command.entryId())), row -> row).stream()
                .filter(row -> caller.sees(row.get("brandId").asString()))
                .map(row -> new Order.Need(home(row), "entryId", row.get("amount").asLong()))
                .toList();
    }

    /** The keys of wallets, by which they are locked. */
    List<WalletKey> keysOf(Collection<String> walletIds) {
        return graph.read(
                KEYS,
                Map.of("ids", List.copyOf(walletIds)),
                row -> row.get("wallet").as(Wallet.class).walletKey());
    }

    /** What commands were answered first, by the ids that their entries have or would have had. */
    Map<String, Outcome<PointsEntry>> firstAnswers(Collection<String> ids) {
        return graph.read(FIRST_ANSWERS, Map.of("ids", List.copyOf(ids)), row -> row).stream()
                .collect(toMap(row -> row.get("id").asString(), LedgerReader::answer));
    }

    private static Outcome<PointsEntry> answer(Record row) {
        if (!row.get("entry").isNull()) {
            return Outcome.done(row.get("entry").as(PointsEntry.class));
        }
        return Outcome.refusedForEver(
                new InsufficientPoints(row.get("balance").asLong(), row.get("required").asLong()));
    }
}
