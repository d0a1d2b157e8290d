package dev.grapevine.benchmarks;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A question about a wallet's history.
 *
 * @param field the field that answers it
 * @param text the document; its variable {@code $id} is a wallet's or, about an entry, an entry's
 */
record HistoryQuestion(String field, String text) {

    private static final String EXPLAIN = "explainEntry";
    private static final String STATEMENT = "statement";

    static final List<HistoryQuestion> ALL =
            List.of(
                    new HistoryQuestion(
                            EXPLAIN, "query($id: ID!) { explainEntry(entryId: $id) { sentence } }"),
                    new HistoryQuestion(
                            STATEMENT,
                            """
                            query($id: ID!, $from: DateTime!, $until: DateTime!) {
                              node(id: $id) { ... on Wallet { statement(from: $from, until: $until) { opening closing } } }
                            }\
                            """),
                    new HistoryQuestion(
                            "balanceAt",
                            """
                            query($id: ID!, $at: DateTime!) {
                              node(id: $id) { ... on Wallet { balanceAt(at: $at) } }
                            }\
                            """));

    boolean isAboutAnEntry() {
        return field.equals(EXPLAIN);
    }

    /** What an answer contains that is one. */
    String mark() {
        return switch (field) {
            case EXPLAIN -> "\"sentence\":\"";
            case STATEMENT -> "\"closing\":";
            default -> "\"balanceAt\":";
        };
    }

    /** Variables that fit the document and find nothing. */
    Map<String, String> nobody() {
        var time = OffsetDateTime.parse("2026-01-01T00:00:00Z").toString();
        var id = "wal_00000000000000000000000000";
        return switch (field) {
            case EXPLAIN -> Map.of("id", id);
            case STATEMENT -> Map.of("id", id, "from", time, "until", time);
            default -> Map.of("id", id, "at", time);
        };
    }

    /** Variables, as JSON. */
    String about(String walletId, String entryId, OffsetDateTime one, OffsetDateTime other) {
        var from = one.isBefore(other) ? one : other;
        var to = one.isBefore(other) ? other : one;
        return switch (field) {
            case EXPLAIN -> "{\"id\":\"%s\"}".formatted(entryId);
            case STATEMENT ->
                    "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(walletId, from, to);
            default -> "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(walletId, to);
        };
    }
}
