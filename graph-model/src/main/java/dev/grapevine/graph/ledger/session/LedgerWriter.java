package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.Hold;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes what commands have made of the books, in their transaction: one round trip for awards, one
 * more where lots were drawn from, holds changed, or entries hang on each other.
 */
@Component
public class LedgerWriter {

    private static final CypherStatement SAVE_WALLETS =
            CypherStatement.of(LedgerWriter.class, "save-wallets");
    private static final CypherStatement MOVES =
            CypherStatement.of(LedgerWriter.class, "save-lot-movements");

    private final GraphClient graph;

    LedgerWriter(GraphClient graph) {
        this.graph = graph;
    }

    private record WalletRow(WalletState wallet, List<EntryRow> entries) {}

    /** What changes in a wallet. */
    private record WalletState(
            String id,
            long balance,
            long pending,
            long held,
            long debt,
            long lifetimeEarned,
            long totalCredited,
            long sequence,
            String hash,
            @Nullable OffsetDateTime bookedAt,
            @Nullable OffsetDateTime inactiveExpiresAt,
            @Nullable OffsetDateTime nextEventAt) {

        static WalletState of(Wallet wallet) {
            return new WalletState(
                    wallet.id(),
                    wallet.balance(),
                    wallet.pending(),
                    wallet.held(),
                    wallet.debt(),
                    wallet.lifetimeEarned(),
                    wallet.totalCredited(),
                    wallet.sequence(),
                    wallet.hash(),
                    wallet.bookedAt(),
                    wallet.inactiveExpiresAt(),
                    wallet.nextEventAt());
        }
    }

    private record EntryRow(PointsEntry entry, List<OpenLot.Row> lots) {}

    /**
     * A redemption that was refused, kept as the answer under its idempotency key.
     *
     * @param id the id that its entry would have had
     */
    public record DeclinedRedemptionRow(
            String id, String brandId, String walletId, long balance, long required) {}

    public void store(LedgerSession ledger, List<DeclinedRedemptionRow> refused) {
        var changed = ledger.all().stream().filter(WalletSession::isDirty).toList();
        if (!changed.isEmpty()) {
            graph.write(
                    SAVE_WALLETS,
                    Map.of("books", changed.stream().map(LedgerWriter::row).toList()));
        }
        storeMoves(ledger, changed, refused);
    }

    private static WalletRow row(WalletSession session) {
        var newLots =
                session.lots().changed().stream()
                        .filter(OpenLot::isNew)
                        .collect(groupingBy(lot -> lot.lot().entryId()));
        var entries =
                session.entries().stream()
                        .map(
                                entry ->
                                        new EntryRow(
                                                entry,
                                                newLots.getOrDefault(entry.id(), List.of()).stream()
                                                        .map(OpenLot::row)
                                                        .toList()))
                        .toList();
        return new WalletRow(WalletState.of(session.after()), entries);
    }

    private void storeMoves(
            LedgerSession ledger,
            Collection<WalletSession> changed,
            List<DeclinedRedemptionRow> refused) {
        var lots = new ArrayList<OpenLot.Row>();
        var movements = new ArrayList<LotMovement>();
        var holds = new ArrayList<Hold>();
        var links = new ArrayList<PointsEntry>();
        for (var session : changed) {
            session.lots().changed().stream()
                    .filter(lot -> !lot.isNew())
                    .map(OpenLot::row)
                    .forEach(lots::add);
            movements.addAll(session.lots().movements());
            session.changedHolds().stream().map(HoldSession::hold).forEach(holds::add);
            session.entries().stream().filter(PointsEntry::isLinked).forEach(links::add);
        }
        var limitUsages = ledger.limitUsages();
        if (lots.isEmpty()
                && movements.isEmpty()
                && holds.isEmpty()
                && links.isEmpty()
                && limitUsages.isEmpty()
                && refused.isEmpty()) {
            return;
        }
        graph.write(
                MOVES,
                Map.of(
                        "lots", lots,
                        "moves", movements,
                        "holds", holds.stream().map(HoldRow::of).toList(),
                        "links", links,
                        "allowances", List.copyOf(limitUsages),
                        "refused", refused,
                        "now", ledger.now()));
    }

    /** A hold; the second label is there until it is closed. */
    private record HoldRow(Hold hold, List<String> labels) {
        static HoldRow of(Hold hold) {
            return new HoldRow(hold, hold.isOpen() ? List.of("Hold", "OpenHold") : List.of("Hold"));
        }
    }
}
