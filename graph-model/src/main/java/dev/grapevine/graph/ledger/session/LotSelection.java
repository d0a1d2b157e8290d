package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLot;

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

/**
 * The lots of one {@link WalletSession}: those that were loaded, those that are new, and what was
 * moved.
 */
public final class LotSelection {

    private final Map<String, OpenLot> known = new LinkedHashMap<>();
    private final NavigableSet<OpenLot> open = new TreeSet<>();
    private final Set<OpenLot> changed = new LinkedHashSet<>();
    private final List<LotMovement> movements = new ArrayList<>();

    /** Gets to know a lot that is stored; the same lot is always the same object. */
    OpenLot load(PointsLot lot, boolean isPending) {
        var state = known.get(lot.id());
        return state == null ? add(new OpenLot(lot, isPending, false)) : state;
    }

    void add(PointsLot lot, boolean isPending) {
        changed.add(add(new OpenLot(lot, isPending, true)));
    }

    private OpenLot add(OpenLot lot) {
        known.put(lot.lot().id(), lot);
        sort(lot);
        return lot;
    }

    private void sort(OpenLot lot) {
        if (lot.isOpen()) {
            open.add(lot);
        } else {
            open.remove(lot);
        }
    }

    /** Makes what a pending lot holds available. */
    public void unlock(OpenLot lot, OffsetDateTime otherwiseExpiresAt) {
        lot.unlock(otherwiseExpiresAt);
        changed.add(lot);
        sort(lot);
    }

    /** Draws from a lot, or puts back, on behalf of an entry. */
    public void move(PointsEntry by, LotMovement.Type type, LotPart lotPart) {
        lotPart.lot().add(type == LotMovement.Type.RESTORED ? lotPart.amount() : -lotPart.amount());
        changed.add(lotPart.lot());
        sort(lotPart.lot());
        trace(by, type, lotPart);
    }

    /** Says which lot an entry's points are from, where another entry has drawn them before. */
    public void trace(PointsEntry by, LotMovement.Type type, LotPart lotPart) {
        movements.add(
                new LotMovement(by.id(), lotPart.lot().lot().id(), type.name(), lotPart.amount()));
    }

    /**
     * Which lots so many points are drawn from, in their order; enough of them must be known.
     *
     * @param first lots to draw from before all others
     */
    public List<LotPart> parts(long amount, Collection<OpenLot> first) {
        var order = new LinkedHashSet<OpenLot>();
        first.stream().filter(OpenLot::isOpen).forEach(order::add);
        order.addAll(open);
        return cut(amount, order.stream().map(lot -> new LotPart(lot, lot.remaining())).toList());
    }

    /** The first parts, as many as make up the amount; the last one may be cut. */
    public static List<LotPart> cut(long amount, List<LotPart> lotParts) {
        var taken = new ArrayList<LotPart>();
        var missing = amount;
        for (var lotPart : lotParts) {
            if (missing == 0) {
                return taken;
            }
            var share = Math.min(missing, lotPart.amount());
            taken.add(new LotPart(lotPart.lot(), share));
            missing -= share;
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " of " + amount + " are in no lot");
        }
        return taken;
    }

    /** What is left of parts when the first of them, as many as make up the amount, are taken. */
    public static List<LotPart> without(long amount, List<LotPart> lotParts) {
        var rest = new ArrayList<LotPart>();
        var taken = amount;
        for (var lotPart : lotParts) {
            var share = Math.min(taken, lotPart.amount());
            taken -= share;
            if (share < lotPart.amount()) {
                rest.add(new LotPart(lotPart.lot(), lotPart.amount() - share));
            }
        }
        return rest;
    }

    /** The open lots that are known, in the order in which they are drawn from. */
    public NavigableSet<OpenLot> open() {
        return open;
    }

    /** What can be drawn from the lots that are known. */
    public long remaining() {
        return open.stream().mapToLong(OpenLot::remaining).sum();
    }

    public Collection<OpenLot> all() {
        return known.values();
    }

    /** What was opened or changed. */
    Collection<OpenLot> changed() {
        return changed;
    }

    List<LotMovement> moves() {
        return movements;
    }
}
