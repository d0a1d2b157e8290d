package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.EntryKind;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.WalletKey;
import dev.grapevine.graph.ledger.posting.DueEventsPending;
import dev.grapevine.graph.ledger.posting.LedgerCommand;
import dev.grapevine.graph.ledger.posting.LimitUsage;
import dev.grapevine.graph.ledger.posting.ReversalTarget;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Loads what orders have to see besides wallets, under the wallets' locks. One round trip for each
 * kind of thing that any of them has to see; none for plain awards and redemptions.
 */
@Component
public class PrefetchLoader {

    private static final CypherStatement LIMITS =
            CypherStatement.of(PrefetchLoader.class, "lock-limit-usage");
    private static final CypherStatement HOLDS =
            CypherStatement.of(PrefetchLoader.class, "holds-with-lots");
    private static final CypherStatement PENDING =
            CypherStatement.of(PrefetchLoader.class, "pending-lots");
    private static final CypherStatement CAUSES =
            CypherStatement.of(PrefetchLoader.class, "causes");
    private static final CypherStatement ENTRIES =
            CypherStatement.of(PrefetchLoader.class, "entries-to-reverse");
    private static final CypherStatement CORRECTED =
            CypherStatement.of(PrefetchLoader.class, "entries-to-correct");

    private final GraphClient graph;

    PrefetchLoader(GraphClient graph) {
        this.graph = graph;
    }

    /** Loads them into the books, which must have been opened and settled. */
    public void load(LedgerSession ledger, Collection<LedgerCommand> commands) {
        lockLimitUsages(ledger, commands);
        var prefetch = commands.stream().map(LedgerCommand::prefetch).toList();
        load(prefetch, LedgerCommand.Prefetch::holdId, HOLDS, row -> load(ledger, row));
        load(prefetch, LedgerCommand.Prefetch::pendingEntryId, PENDING, row -> load(ledger, row));
        load(
                prefetch,
                LedgerCommand.Prefetch::causeId,
                CAUSES,
                row -> ledger.add(row.get("cause").as(LedgerSession.Cause.class)));
        loadEntries(ledger, prefetch, LedgerCommand.Prefetch::reversedId, ENTRIES);
        loadEntries(ledger, prefetch, LedgerCommand.Prefetch::ruleEffectId, CORRECTED);
    }

    private void loadEntries(
            LedgerSession ledger,
            List<LedgerCommand.Prefetch> prefetch,
            Function<LedgerCommand.Prefetch, @Nullable String> id,
            CypherStatement statement) {
        var reversibles = new LinkedHashMap<String, List<StoredEntry>>();
        load(
                prefetch,
                id,
                statement,
                row ->
                        reversibles
                                .computeIfAbsent(
                                        row.get("rootId").asString(), _ -> new ArrayList<>())
                                .add(row.as(StoredEntry.class)));
        reversibles.forEach((root, entries) -> ledger.add(root, known(ledger, entries)));
    }

    private void load(
            List<LedgerCommand.Prefetch> prefetch,
            Function<LedgerCommand.Prefetch, @Nullable String> id,
            CypherStatement statement,
            Consumer<Record> row) {
        var ids = prefetch.stream().map(id).filter(Objects::nonNull).distinct().toList();
        if (!ids.isEmpty()) {
            graph.read(statement, Map.of("ids", ids), found -> found).forEach(row);
        }
    }

    private static void load(LedgerSession ledger, Record row) {
        var wallet =
                new WalletKey(row.get("customerId").asString(), row.get("currency").asString());
        row.as(StoredLots.class).tell(ledger.of(wallet));
    }

    /** An entry to take back, as it is stored. */
    record StoredEntry(
            PointsEntry entry,
            String customerId,
            String currency,
            boolean isReversed,
            long left,
            long expired,
            List<StoredLots.Part> parts) {

        WalletKey wallet() {
            return new WalletKey(customerId, currency);
        }
    }

    private static List<ReversalTarget> known(LedgerSession ledger, List<StoredEntry> entries) {
        var unlocked =
                entries.stream().map(StoredEntry::wallet).filter(key -> !ledger.has(key)).toList();
        if (!unlocked.isEmpty()) {
            throw new DueEventsPending(unlocked);
        }
        return entries.stream().map(stored -> known(ledger, stored)).toList();
    }

    private static ReversalTarget known(LedgerSession ledger, StoredEntry stored) {
        var session = ledger.of(stored.wallet());
        var lotParts = new StoredLots(null, stored.parts()).parts(session);
        var justExpired = expired(session, lotParts);
        return new ReversalTarget(
                stored.entry(),
                stored.wallet(),
                stored.isReversed(),
                stored.reversible(),
                stored.expired() + justExpired,
                lotParts);
    }

    /** How much of lots has expired in this transaction, which the database does not know yet. */
    private static long expired(WalletSession session, List<LotPart> lotParts) {
        var lotIds = lotParts.stream().map(lotPart -> lotPart.lot().lot().id()).toList();
        var expiries =
                session.entries().stream()
                        .filter(entry -> entry.is(EntryKind.EXPIRED))
                        .map(PointsEntry::id)
                        .toList();
        return session.lots().movements().stream()
                .filter(movement -> expiries.contains(movement.entryId()))
                .filter(move -> lotIds.contains(move.lotId()))
                .mapToLong(LotMovement::amount)
                .sum();
    }

    private record Limit(String key, String brandId) {}

    private void lockLimitUsages(LedgerSession ledger, Collection<LedgerCommand> commands) {
        var limits = new LinkedHashMap<String, Limit>();
        for (var command : commands) {
            var brandId = ledger.of(command.walletAccess().getFirst().wallet()).before().brandId();
            command.limitKeys(ledger.now())
                    .forEach(key -> limits.put(key, new Limit(key, brandId)));
        }
        if (!limits.isEmpty()) {
            var inOrder =
                    limits.values().stream().sorted(Comparator.comparing(Limit::key)).toList();
            graph.write(
                            LIMITS,
                            Map.of("limits", inOrder),
                            row -> row.get("allowance").as(LimitUsage.class))
                    .forEach(ledger::add);
        }
    }
}
