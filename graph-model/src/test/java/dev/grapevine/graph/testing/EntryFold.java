package dev.grapevine.graph.testing;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.QueryRunner;
import org.neo4j.driver.Value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * Goes through the entries of each wallet in their order: {@link LedgerInvariants} I7, no entry was
 * changed or deleted, for then the hashes do not fit, and I9, balances at each moment are sums.
 */
final class EntryFold {

    private static final List<String> HASHED =
            List.of(
                    "id",
                    "brandId",
                    "walletId",
                    "sequence",
                    "kind",
                    "debit",
                    "credit",
                    "currency",
                    "amount",
                    "balanceAfter",
                    "reason",
                    "source",
                    "recordedBy",
                    "causedBy",
                    "reverses",
                    "holdId",
                    "ruleVersionId",
                    "calculation",
                    "effectiveAt",
                    "bookedAt",
                    "recordedAt");

    private final List<LedgerInvariants.Violation> violations = new ArrayList<>();

    private EntryFold() {}

    static List<LedgerInvariants.Violation> violations(QueryRunner database, String brandId) {
        var fold = new EntryFold();
        database.run(
                        """
                        MATCH (wallet:Wallet {brandId: $brandId})
                        OPTIONAL MATCH (entry:PointsEntry)-[:ON]->(wallet)
                        WITH wallet, entry ORDER BY entry.sequence
                        RETURN wallet, collect(entry) AS entries
                        """,
                        Map.of("brandId", brandId))
                .forEachRemaining(row -> fold.over(row.get("wallet"), row.get("entries")));
        return fold.violations;
    }

    private void over(Value wallet, Value entries) {
        var id = wallet.get("id").asString();
        var hash = "";
        var balance = 0L;
        var totalCredited = 0L;
        var bookedAt = ZonedDateTime.parse("1970-01-01T00:00:00Z");
        var order = new Order();
        for (var entry : entries.values()) {
            var name = entry.get("id").asString();
            require(
                    entry.get("hash").asString().equals(hash(hash, entry)),
                    "I7 entries never change",
                    name);
            hash = entry.get("hash").asString();
            balance += entry.get("credit").asString().equals(id) ? entry.get("amount").asLong() : 0;
            totalCredited +=
                    entry.get("credit").asString().equals(id) ? entry.get("amount").asLong() : 0;
            balance -= entry.get("debit").asString().equals(id) ? entry.get("amount").asLong() : 0;
            var at = entry.get("bookedAt").asZonedDateTime();
            var stored = entry.get("balanceAfter").asLong();
            var recordedAt = stored(entry, "recordedAt").asZonedDateTime();
            var effectiveAt = stored(entry, "effectiveAt").asZonedDateTime();
            require(
                    !effectiveAt.isAfter(at) && order.place(effectiveAt, at).equals(labels(entry)),
                    "I9 effective times are indexed",
                    name + " of " + effectiveAt + ", booked at " + at);
            require(
                    balance >= 0 && stored == balance,
                    "I9 balances at each moment are sums",
                    name + " says " + stored + ", not " + balance);
            require(
                    entry.get("totalCredited").asLong(-1) == totalCredited,
                    "I1 running sums are sums of entries",
                    name + " says " + entry.get("totalCredited") + ", not " + totalCredited);
            require(
                    !at.isBefore(bookedAt) && !recordedAt.isBefore(at),
                    "I9 balances at each moment are sums",
                    name + " of " + at + " after " + bookedAt + " is recorded at " + recordedAt);
            bookedAt = at;
        }
        require(
                Objects.equals(order.latest, latest(wallet)),
                "I9 effective times are indexed",
                id + " is effective until " + latest(wallet) + ", not " + order.latest);
        require(
                wallet.get("totalCredited").asLong(-1) == totalCredited,
                "I1 running sums are sums of entries",
                id + " says " + wallet.get("totalCredited") + ", not " + totalCredited);
        require(wallet.get("hash").asString().equals(hash), "I7 entries never change", id);
    }

    private void require(boolean isRight, String invariant, String id) {
        if (!isRight) {
            violations.add(new LedgerInvariants.Violation(invariant, id));
        }
    }

    /** Latest effective time of the entries so far. */
    private static final class Order {
        private @Nullable ZonedDateTime latest;

        /** Returns the label that the next entry must have; empty for none. */
        private String place(ZonedDateTime effectiveAt, ZonedDateTime bookedAt) {
            var isLate = latest != null && effectiveAt.isBefore(latest);
            latest = isLate ? latest : effectiveAt;
            if (!effectiveAt.isBefore(bookedAt)) {
                return "";
            }
            return isLate ? "OutOfOrderEntry" : "BackdatedEntry";
        }
    }

    private static String labels(Value entry) {
        return StreamSupport.stream(entry.asNode().labels().spliterator(), false)
                .filter(label -> label.endsWith("Entry") && !label.equals("PointsEntry"))
                .collect(joining());
    }

    private static @Nullable ZonedDateTime latest(Value wallet) {
        var latest = wallet.get("latestEffectiveAt");
        var at = latest.isNull() ? wallet.get("bookedAt") : latest;
        return at.isNull() ? null : at.asZonedDateTime();
    }

    /** Returns a stored value; times that are those of the booking are not stored. */
    private static Value stored(Value entry, String name) {
        return name.endsWith("At") && entry.get(name).isNull()
                ? entry.get("bookedAt")
                : entry.get(name);
    }

    private static String hash(String previous, Value entry) {
        var fields = new ArrayList<String>();
        fields.add(previous);
        HASHED.forEach(name -> fields.add(text(stored(entry, name))));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(
                            digest.digest(
                                    String.join("\u001f", fields)
                                            .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Value value) {
        return switch (value.isNull() ? null : value.asObject()) {
            case null -> "";
            case List<?> sentences ->
                    String.join("\u001e", sentences.stream().map(String::valueOf).toList());
            case ZonedDateTime time -> Long.toString(time.toInstant().toEpochMilli());
            case Object other -> other.toString();
        };
    }
}
