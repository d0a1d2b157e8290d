package dev.grapevine.graph.points;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;

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
class BooksStore {

    private static final CypherFile BOOKS = CypherFile.of(BooksStore.class, "store-books");
    private static final CypherFile MOVES = CypherFile.of(BooksStore.class, "store-moves");

    private final Graph graph;

    BooksStore(Graph graph) {
        this.graph = graph;
    }

    private record BookRow(WalletState wallet, List<EntryRow> entries) {}

    /** What changes in a wallet. */
    private record WalletState(
            String id,
            long balance,
            long pending,
            long held,
            long debt,
            long lifetimeEarned,
            long cameIn,
            long sequence,
            String hash,
            @Nullable OffsetDateTime bookedAt,
            @Nullable OffsetDateTime lapsesAt,
            @Nullable OffsetDateTime dueAt) {

        static WalletState of(Wallet wallet) {
            return new WalletState(
                    wallet.id(),
                    wallet.balance(),
                    wallet.pending(),
                    wallet.held(),
                    wallet.debt(),
                    wallet.lifetimeEarned(),
                    wallet.cameIn(),
                    wallet.sequence(),
                    wallet.hash(),
                    wallet.bookedAt(),
                    wallet.lapsesAt(),
                    wallet.dueAt());
        }
    }

    private record EntryRow(PointsEntry entry, List<LotState.Row> lots) {}

    /**
     * A redemption that was refused, kept as the answer under its idempotency key.
     *
     * @param id the id that its entry would have had
     */
    record RefusedSpending(
            String id, String brandId, String walletId, long balance, long required) {}

    void store(Books books, List<RefusedSpending> refused) {
        var changed = books.all().stream().filter(Book::isChanged).toList();
        if (!changed.isEmpty()) {
            graph.write(BOOKS, Map.of("books", changed.stream().map(BooksStore::row).toList()));
        }
        storeMoves(books, changed, refused);
    }

    private static BookRow row(Book book) {
        var newLots =
                book.lots().changed().stream()
                        .filter(LotState::isNew)
                        .collect(groupingBy(lot -> lot.lot().entryId()));
        var entries =
                book.entries().stream()
                        .map(
                                entry ->
                                        new EntryRow(
                                                entry,
                                                newLots.getOrDefault(entry.id(), List.of()).stream()
                                                        .map(LotState::row)
                                                        .toList()))
                        .toList();
        return new BookRow(WalletState.of(book.after()), entries);
    }

    private void storeMoves(Books books, Collection<Book> changed, List<RefusedSpending> refused) {
        var lots = new ArrayList<LotState.Row>();
        var moves = new ArrayList<Move>();
        var holds = new ArrayList<Hold>();
        var links = new ArrayList<PointsEntry>();
        for (var book : changed) {
            book.lots().changed().stream()
                    .filter(lot -> !lot.isNew())
                    .map(LotState::row)
                    .forEach(lots::add);
            moves.addAll(book.lots().moves());
            book.changedHolds().stream().map(HeldPoints::hold).forEach(holds::add);
            book.entries().stream().filter(PointsEntry::hangsOnAnother).forEach(links::add);
        }
        var allowances = books.allowances();
        if (lots.isEmpty()
                && moves.isEmpty()
                && holds.isEmpty()
                && links.isEmpty()
                && allowances.isEmpty()
                && refused.isEmpty()) {
            return;
        }
        graph.write(
                MOVES,
                Map.of(
                        "lots", lots,
                        "moves", moves,
                        "holds", holds.stream().map(HoldRow::of).toList(),
                        "links", links,
                        "allowances", List.copyOf(allowances),
                        "refused", refused,
                        "now", books.now()));
    }

    /** A hold; the second label is there until it is closed. */
    private record HoldRow(Hold hold, List<String> labels) {
        static HoldRow of(Hold hold) {
            return new HoldRow(hold, hold.isOpen() ? List.of("Hold", "OpenHold") : List.of("Hold"));
        }
    }
}
