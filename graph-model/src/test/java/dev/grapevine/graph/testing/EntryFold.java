package dev.grapevine.graph.testing;

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
                    "occurredAt",
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
            var recordedAt = entry.get("recordedAt").asZonedDateTime();
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

    private static String hash(String previous, Value entry) {
        var fields = new ArrayList<String>();
        fields.add(previous);
        HASHED.forEach(name -> fields.add(text(entry.get(name))));
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
