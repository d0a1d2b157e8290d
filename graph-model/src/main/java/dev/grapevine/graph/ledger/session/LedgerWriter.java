package dev.grapevine.graph.ledger.session;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.kernel.command.IdempotencyKey;
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
import java.util.Objects;

/**
 * Writer of the changed sessions of a transaction: one round trip for credits, one more if lots
 * were drawn from, holds or limits changed, entries name a cause, or commands were declined.
 */
@Component
public class LedgerWriter {

    private static final CypherStatement SAVE_WALLETS =
            CypherStatement.of(LedgerWriter.class, "save-wallets");
    private static final CypherStatement SAVE_LOT_MOVEMENTS =
            CypherStatement.of(LedgerWriter.class, "save-lot-movements");

    private final GraphClient graph;

    LedgerWriter(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Changed wallet.
     *
     * @param loadedSequence number of the latest entry when the wallet was loaded
     */
    private record WalletRow(WalletState wallet, long loadedSequence, List<EntryRow> entries) {}

    /** Changeable part of a wallet. */
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
            @Nullable OffsetDateTime latestEffectiveAt,
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
                    Objects.equals(wallet.latestEffectiveAt(), wallet.bookedAt())
                            ? null
                            : wallet.latestEffectiveAt(),
                    wallet.inactiveExpiresAt(),
                    wallet.nextEventAt());
        }
    }

    /**
     * Redemption that was rejected for insufficient points, stored as the result under its
     * idempotency key.
     *
     * @param id id that its entry would have
     */
    public record DeclinedDebit(
            String id, String brandId, String walletId, long balance, long required) {}

    /**
     * Writes all changes of the session.
     *
     * @throws IllegalStateException if a wallet was changed despite its lock
     */
    public void save(LedgerSession ledger, List<DeclinedDebit> declined) {
        var dirty = ledger.all().stream().filter(WalletSession::isDirty).toList();
        if (!dirty.isEmpty()) {
            var wallets = dirty.stream().map(session -> row(ledger, session)).toList();
            var saved =
                    graph.write(
                            SAVE_WALLETS,
                            Map.of("wallets", wallets),
                            row -> row.get("saved").asInt());
            if (saved.getFirst() < dirty.size()) {
                throw new IllegalStateException("A wallet was changed despite its lock");
            }
        }
        saveLotMovements(ledger, dirty, declined);
    }

    private static WalletRow row(LedgerSession ledger, WalletSession session) {
        var newLots =
                session.lots().changed().stream()
                        .filter(OpenLot::isNew)
                        .collect(groupingBy(lot -> lot.lot().entryId()));
        var order = new EffectiveOrder(session.before().latestEffectiveAt());
        var entries =
                session.entries().stream()
                        .map(
                                entry ->
                                        EntryRow.of(
                                                entry,
                                                order.next(entry),
                                                ledger.key(entry.id()),
                                                newLots.getOrDefault(entry.id(), List.of())))
                        .toList();
        return new WalletRow(WalletState.of(session.after()), session.before().sequence(), entries);
    }

    private void saveLotMovements(
            LedgerSession ledger, Collection<WalletSession> dirty, List<DeclinedDebit> declined) {
        var lots = new ArrayList<OpenLot.Row>();
        var movements = new ArrayList<LotMovement>();
        var holds = new ArrayList<Hold>();
        var links = new ArrayList<PointsEntry>();
        for (var session : dirty) {
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
                && declined.isEmpty()) {
            return;
        }
        graph.write(
                SAVE_LOT_MOVEMENTS,
                Map.of(
                        "lots", lots,
                        "movements", movements,
                        "holds", holds.stream().map(HoldRow::of).toList(),
                        "links", links,
                        "limitUsages", List.copyOf(limitUsages),
                        "declined",
                                declined.stream()
                                        .map(debit -> DeclinedRow.of(debit, ledger))
                                        .toList(),
                        "now", ledger.now()));
    }

    /** Hold with its labels; an open hold has a second one. */
    private record HoldRow(Hold hold, List<String> labels) {
        static HoldRow of(Hold hold) {
            return new HoldRow(hold, hold.isOpen() ? List.of("Hold", "OpenHold") : List.of("Hold"));
        }
    }

    /** Declined debit with the idempotency key that it carries. */
    private record DeclinedRow(DeclinedDebit debit, IdempotencyKey key) {

        static DeclinedRow of(DeclinedDebit debit, LedgerSession ledger) {
            return new DeclinedRow(debit, Objects.requireNonNull(ledger.key(debit.id())));
        }
    }
}
