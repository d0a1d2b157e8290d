package dev.grapevine.graph.ledger.session;

import dev.grapevine.graph.kernel.command.IdempotencyKey;
import dev.grapevine.graph.kernel.database.Parameters;
import dev.grapevine.graph.ledger.PointsEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stored form of a new entry: one node for the entry, the lot that it is, and the idempotency key
 * that it carries.
 *
 * @param lots lots that are nodes of their own
 */
record EntryRow(
        List<String> labels, Map<String, @Nullable Object> properties, List<OpenLot.Row> lots) {

    static EntryRow of(
            PointsEntry entry,
            EffectiveOrder.Place place,
            @Nullable IdempotencyKey key,
            List<OpenLot> opened) {
        var labels = new ArrayList<>(List.of("PointsEntry"));
        labels.addAll(place.labels());
        var properties = Parameters.of(entry);
        omitIfBooked(properties, "effectiveAt");
        omitIfBooked(properties, "recordedAt");
        var lots = new ArrayList<OpenLot.Row>();
        for (var lot : opened) {
            var row = lot.row();
            if (lot.lot().isEntry()) {
                labels.addAll(row.labels());
                properties.put("remaining", row.lot().remaining());
                properties.put("availableAt", row.lot().availableAt());
                properties.put("expiresAt", row.lot().expiresAt());
            } else {
                lots.add(new OpenLot.Row(row.lot(), withLot(row.labels())));
            }
        }
        if (key != null) {
            labels.add("IdempotencyKey");
            properties.put("keyHash", key.keyHash());
            properties.put("inputHash", key.inputHash());
        }
        return new EntryRow(labels, properties, lots);
    }

    /** Removes a time that is that of the booking, as it mostly is. */
    private static void omitIfBooked(Map<String, @Nullable Object> properties, String time) {
        if (Objects.equals(properties.get(time), properties.get("bookedAt"))) {
            properties.remove(time);
        }
    }

    private static List<String> withLot(List<String> labels) {
        var all = new ArrayList<>(labels);
        all.add("Lot");
        return all;
    }
}
