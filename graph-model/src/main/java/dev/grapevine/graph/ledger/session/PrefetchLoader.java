package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
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
 * Loader of the data that commands need besides wallets, under the locks of the wallets. One round
 * trip for each kind of data that any command needs; none for plain awards and redemptions.
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
    private static final CypherStatement ENTRIES_TO_REVERSE =
            CypherStatement.of(PrefetchLoader.class, "entries-to-reverse");
    private static final CypherStatement ENTRIES_TO_CORRECT =
            CypherStatement.of(PrefetchLoader.class, "entries-to-correct");

    private final GraphClient graph;

    PrefetchLoader(GraphClient graph) {
        this.graph = graph;
    }

    /** Loads the data into a session whose due events were written. */
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
        loadEntries(ledger, prefetch, LedgerCommand.Prefetch::reversedId, ENTRIES_TO_REVERSE);
        loadEntries(ledger, prefetch, LedgerCommand.Prefetch::ruleEffectId, ENTRIES_TO_CORRECT);
    }

    private void loadEntries(
            LedgerSession ledger,
            List<LedgerCommand.Prefetch> prefetch,
            Function<LedgerCommand.Prefetch, @Nullable String> id,
            CypherStatement statement) {
        var targets = new LinkedHashMap<String, List<StoredEntry>>();
        load(
                prefetch,
                id,
                statement,
                row ->
                        targets.computeIfAbsent(
                                        row.get("rootId").asString(), _ -> new ArrayList<>())
                                .add(Rows.map(row, StoredEntry.class)));
        targets.forEach((root, entries) -> ledger.add(root, targets(ledger, entries)));
    }

    private void load(
            List<LedgerCommand.Prefetch> prefetch,
            Function<LedgerCommand.Prefetch, @Nullable String> id,
            CypherStatement statement,
            Consumer<Record> loader) {
        var ids = prefetch.stream().map(id).filter(Objects::nonNull).distinct().toList();
        if (!ids.isEmpty()) {
            graph.read(statement, Map.of("ids", ids), row -> row).forEach(loader);
        }
    }

    private static void load(LedgerSession ledger, Record row) {
        var wallet =
                new WalletKey(row.get("customerId").asString(), row.get("currency").asString());
        Rows.map(row, StoredLots.class).loadInto(ledger.of(wallet));
    }

    /** Stored form of a {@link ReversalTarget}. */
    record StoredEntry(
            PointsEntry entry,
            String customerId,
            String currency,
            boolean isReversed,
            long reversible,
            long expired,
            List<StoredLots.Part> parts) {

        WalletKey wallet() {
            return new WalletKey(customerId, currency);
        }
    }

    private static List<ReversalTarget> targets(LedgerSession ledger, List<StoredEntry> entries) {
        var notLocked =
                entries.stream().map(StoredEntry::wallet).filter(key -> !ledger.has(key)).toList();
        if (!notLocked.isEmpty()) {
            throw new DueEventsPending(notLocked);
        }
        return entries.stream().map(stored -> target(ledger, stored)).toList();
    }

    private static ReversalTarget target(LedgerSession ledger, StoredEntry stored) {
        var session = ledger.of(stored.wallet());
        var lotParts = new StoredLots(null, stored.parts()).parts(session);
        var newlyExpired = expired(session, lotParts);
        return new ReversalTarget(
                stored.entry(),
                stored.wallet(),
                stored.isReversed(),
                stored.reversible(),
                stored.expired() + newlyExpired,
                lotParts);
    }

    /** Returns the points of lots that have expired in this transaction and are not stored yet. */
    private static long expired(WalletSession session, List<LotPart> lotParts) {
        var lotIds = lotParts.stream().map(lotPart -> lotPart.lot().lot().id()).toList();
        var expiries =
                session.entries().stream()
                        .filter(entry -> entry.is(EntryKind.EXPIRED))
                        .map(PointsEntry::id)
                        .toList();
        return session.lots().movements().stream()
                .filter(movement -> expiries.contains(movement.entryId()))
                .filter(movement -> lotIds.contains(movement.lotId()))
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
            graph.write(LIMITS, Map.of("limits", inOrder), Rows.to(LimitUsage.class, "limitUsage"))
                    .forEach(ledger::add);
        }
    }
}
