package dev.grapevine.graph.ledger.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;
import dev.grapevine.graph.ledger.Wallet;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reader of the entries of wallets, in parts. */
@Component
class AuditedEntries {

    /** Maximum number of entries of a wallet that are read at once. */
    static final int MAX_READ = 2_000;

    private static final CypherStatement ENTRIES =
            CypherStatement.of(AuditedEntries.class, "entries-to-audit");

    private static final Comparator<PointsEntry> IN_ORDER =
            Comparator.comparing(PointsEntry::bookedAt).thenComparingLong(PointsEntry::sequence);

    private final GraphClient graph;

    AuditedEntries(GraphClient graph) {
        this.graph = graph;
    }

    /** Position in the entries of a wallet: time and number of the last one that was read. */
    private record Position(String walletId, OffsetDateTime bookedAt, long sequence) {

        static Position before(Wallet wallet) {
            return new Position(wallet.id(), PointsLot.BEGINNING, 0);
        }

        static Position after(PointsEntry entry) {
            return new Position(entry.walletId(), entry.bookedAt(), entry.sequence());
        }
    }

    /** Reads all entries of wallets, those of each wallet in the order of their numbers. */
    void read(Collection<Wallet> wallets, Consumer<AuditedEntry> consumer) {
        var positions = wallets.stream().map(Position::before).toList();
        while (!positions.isEmpty()) {
            var entries = read(positions);
            entries.stream()
                    .sorted(Comparator.comparingLong(audited -> audited.entry().sequence()))
                    .forEach(consumer);
            positions = next(entries);
        }
    }

    private List<AuditedEntry> read(List<Position> positions) {
        return graph.read(
                ENTRIES,
                Map.of("positions", positions, "limit", MAX_READ),
                Rows.to(AuditedEntry.class));
    }

    /** Returns the positions in the wallets that may have further entries. */
    private static List<Position> next(List<AuditedEntry> entries) {
        return entries.stream()
                .map(AuditedEntry::entry)
                .collect(groupingBy(PointsEntry::walletId))
                .values()
                .stream()
                .filter(ofWallet -> ofWallet.size() == MAX_READ)
                .map(ofWallet -> Position.after(Collections.max(ofWallet, IN_ORDER)))
                .toList();
    }
}
