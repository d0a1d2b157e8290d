package dev.grapevine.graph.points;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The lots of one {@link Book}: those that were loaded, those that are new, and what was moved. */
final class BookLots {

    private final Map<String, LotState> known = new LinkedHashMap<>();
    private final NavigableSet<LotState> open = new TreeSet<>();
    private final Set<LotState> changed = new LinkedHashSet<>();
    private final List<Move> moves = new ArrayList<>();

    /** Gets to know a lot that is stored; the same lot is always the same object. */
    LotState know(Lot lot, boolean isPending) {
        var state = known.get(lot.id());
        return state == null ? keep(new LotState(lot, isPending, false)) : state;
    }

    void add(Lot lot, boolean isPending) {
        changed.add(keep(new LotState(lot, isPending, true)));
    }

    private LotState keep(LotState lot) {
        known.put(lot.lot().id(), lot);
        sort(lot);
        return lot;
    }

    private void sort(LotState lot) {
        if (lot.isOpen()) {
            open.add(lot);
        } else {
            open.remove(lot);
        }
    }

    /** Makes what a pending lot holds available. */
    void mature(LotState lot, OffsetDateTime otherwiseExpiresAt) {
        lot.mature(otherwiseExpiresAt);
        changed.add(lot);
        sort(lot);
    }

    /** Draws from a lot, or puts back, on behalf of an entry. */
    void move(PointsEntry by, Move.Type type, Book.Part part) {
        part.lot().add(type == Move.Type.RESTORED ? part.amount() : -part.amount());
        changed.add(part.lot());
        sort(part.lot());
        trace(by, type, part);
    }

    /** Says which lot an entry's points are from, where another entry has drawn them before. */
    void trace(PointsEntry by, Move.Type type, Book.Part part) {
        moves.add(new Move(by.id(), part.lot().lot().id(), type.name(), part.amount()));
    }

    /**
     * Which lots so many points are drawn from, in their order; enough of them must be known.
     *
     * @param first lots to draw from before all others
     */
    List<Book.Part> parts(long amount, Collection<LotState> first) {
        var order = new LinkedHashSet<LotState>();
        first.stream().filter(LotState::isOpen).forEach(order::add);
        order.addAll(open);
        return cut(amount, order.stream().map(lot -> new Book.Part(lot, lot.remaining())).toList());
    }

    /** The first parts, as many as make up the amount; the last one may be cut. */
    static List<Book.Part> cut(long amount, List<Book.Part> parts) {
        var taken = new ArrayList<Book.Part>();
        var missing = amount;
        for (var part : parts) {
            if (missing == 0) {
                return taken;
            }
            var share = Math.min(missing, part.amount());
            taken.add(new Book.Part(part.lot(), share));
            missing -= share;
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " of " + amount + " are in no lot");
        }
        return taken;
    }

    /** What is left of parts when the first of them, as many as make up the amount, are taken. */
    static List<Book.Part> without(long amount, List<Book.Part> parts) {
        var rest = new ArrayList<Book.Part>();
        var taken = amount;
        for (var part : parts) {
            var share = Math.min(taken, part.amount());
            taken -= share;
            if (share < part.amount()) {
                rest.add(new Book.Part(part.lot(), part.amount() - share));
            }
        }
        return rest;
    }

    /** The open lots that are known, in the order in which they are drawn from. */
    NavigableSet<LotState> open() {
        return open;
    }

    /** What can be drawn from the lots that are known. */
    long remaining() {
        return open.stream().mapToLong(LotState::remaining).sum();
    }

    Collection<LotState> all() {
        return known.values();
    }

    /** What was opened or changed. */
    Collection<LotState> changed() {
        return changed;
    }

    List<Move> moves() {
        return moves;
    }
}
