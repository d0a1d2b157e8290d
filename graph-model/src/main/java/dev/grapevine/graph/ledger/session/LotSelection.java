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

/** Lots of one wallet session: loaded lots, new lots and lot movements. */
public final class LotSelection {

    private final Map<String, OpenLot> lots = new LinkedHashMap<>();
    private final NavigableSet<OpenLot> open = new TreeSet<>();
    private final Set<OpenLot> changed = new LinkedHashSet<>();
    private final List<LotMovement> movements = new ArrayList<>();

    /** Adds a stored lot; returns the same object for the same lot. */
    OpenLot load(PointsLot lot, boolean isPending) {
        var openLot = lots.get(lot.id());
        return openLot == null ? add(new OpenLot(lot, isPending, false)) : openLot;
    }

    void add(PointsLot lot, boolean isPending) {
        changed.add(add(new OpenLot(lot, isPending, true)));
    }

    private OpenLot add(OpenLot lot) {
        lots.put(lot.lot().id(), lot);
        updateOpen(lot);
        return lot;
    }

    private void updateOpen(OpenLot lot) {
        if (lot.isOpen()) {
            open.add(lot);
        } else {
            open.remove(lot);
        }
    }

    /** Makes a pending lot available. */
    public void unlock(OpenLot lot, OffsetDateTime defaultExpiry) {
        lot.unlock(defaultExpiry);
        changed.add(lot);
        updateOpen(lot);
    }

    /** Draws from a lot or restores to a lot for an entry. */
    public void move(PointsEntry by, LotMovement.Type type, LotPart lotPart) {
        lotPart.lot().add(type == LotMovement.Type.RESTORED ? lotPart.amount() : -lotPart.amount());
        changed.add(lotPart.lot());
        updateOpen(lotPart.lot());
        recordMovement(by, type, lotPart);
    }

    /**
     * Records a movement of points that an earlier entry drew from the lot, without drawing again.
     */
    public void recordMovement(PointsEntry by, LotMovement.Type type, LotPart lotPart) {
        movements.add(
                new LotMovement(by.id(), lotPart.lot().lot().id(), type.name(), lotPart.amount()));
    }

    /**
     * Selects the parts of lots to draw points from; enough lots must be loaded.
     *
     * @param first lots to draw from before all others
     */
    public List<LotPart> select(long amount, Collection<OpenLot> first) {
        var order = new LinkedHashSet<OpenLot>();
        first.stream().filter(OpenLot::isOpen).forEach(order::add);
        order.addAll(open);
        return firstOf(
                amount, order.stream().map(lot -> new LotPart(lot, lot.remaining())).toList());
    }

    /** Returns the first parts that add up to an amount; the last one may be partial. */
    public static List<LotPart> firstOf(long amount, List<LotPart> lotParts) {
        var selected = new ArrayList<LotPart>();
        var missing = amount;
        for (var lotPart : lotParts) {
            if (missing == 0) {
                return selected;
            }
            var share = Math.min(missing, lotPart.amount());
            selected.add(new LotPart(lotPart.lot(), share));
            missing -= share;
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " of " + amount + " are in no lot");
        }
        return selected;
    }

    /** Returns the parts that remain after the first ones that add up to an amount. */
    public static List<LotPart> restOf(long amount, List<LotPart> lotParts) {
        var rest = new ArrayList<LotPart>();
        var skipped = amount;
        for (var lotPart : lotParts) {
            var share = Math.min(skipped, lotPart.amount());
            skipped -= share;
            if (share < lotPart.amount()) {
                rest.add(new LotPart(lotPart.lot(), lotPart.amount() - share));
            }
        }
        return rest;
    }

    /** Returns the loaded open lots, in the order in which debits draw from them. */
    public NavigableSet<OpenLot> open() {
        return open;
    }

    /** Returns the points that can be drawn from the loaded lots. */
    public long remaining() {
        return open.stream().mapToLong(OpenLot::remaining).sum();
    }

    public Collection<OpenLot> all() {
        return lots.values();
    }

    /** Returns the lots that are new or changed. */
    Collection<OpenLot> changed() {
        return changed;
    }

    List<LotMovement> movements() {
        return movements;
    }
}
