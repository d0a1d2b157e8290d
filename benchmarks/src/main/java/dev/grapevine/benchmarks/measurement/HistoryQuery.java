package dev.grapevine.benchmarks.measurement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Query about a wallet's history.
 *
 * @param field queried field
 * @param text document; its variable {@code $id} is the id of a wallet, or of an entry for {@code
 *     explainEntry}
 */
public record HistoryQuery(String field, String text) {

    private static final String EXPLAIN = "explainEntry";
    private static final String STATEMENT = "statement";

    static final List<HistoryQuery> ALL =
            List.of(
                    new HistoryQuery(
                            EXPLAIN, "query($id: ID!) { explainEntry(entryId: $id) { sentence } }"),
                    new HistoryQuery(
                            STATEMENT,
                            """
                            query($id: ID!, $from: DateTime!, $until: DateTime!) {
                              node(id: $id) { ... on Wallet { statement(from: $from, until: $until) { opening closing } } }
                            }\
                            """),
                    new HistoryQuery(
                            "balanceAt",
                            """
                            query($id: ID!, $at: DateTime!) {
                              node(id: $id) { ... on Wallet { balanceAt(at: $at) } }
                            }\
                            """));

    public boolean isAboutEntry() {
        return field.equals(EXPLAIN);
    }

    /** Returns a text that a successful response contains. */
    public String expected() {
        return switch (field) {
            case EXPLAIN -> "\"sentence\":\"";
            case STATEMENT -> "\"closing\":";
            default -> "\"balanceAt\":";
        };
    }

    /** Returns valid variables with an id that does not exist. */
    public Map<String, String> unknownId() {
        var time = OffsetDateTime.parse("2026-01-01T00:00:00Z").toString();
        var id = "wal_00000000000000000000000000";
        return switch (field) {
            case EXPLAIN -> Map.of("id", id);
            case STATEMENT -> Map.of("id", id, "from", time, "until", time);
            default -> Map.of("id", id, "at", time);
        };
    }

    /** Returns the variables as JSON. The two times are in any order. */
    public String variables(
            String walletId, String entryId, OffsetDateTime one, OffsetDateTime other) {
        var from = one.isBefore(other) ? one : other;
        var until = one.isBefore(other) ? other : one;
        return switch (field) {
            case EXPLAIN -> "{\"id\":\"%s\"}".formatted(entryId);
            case STATEMENT ->
                    "{\"id\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                            .formatted(walletId, from, until);
            default -> "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(walletId, until);
        };
    }
}
