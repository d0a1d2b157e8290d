package dev.grapevine.graph.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.kernel.Sha256;

import org.junit.jupiter.api.Test;

import java.time.OffsetDateTime;
import java.util.List;

class EntryHashTests {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T02:00:00+02:00");

    @Test
    void coversAllFieldsInTheirOrder() {
        var entry =
                new PointsEntry(
                        "pte_1",
                        "brd_1",
                        "wal_1",
                        7,
                        "EARNED",
                        "ISSUED",
                        "wal_1",
                        "points",
                        120,
                        150,
                        "Welcome",
                        "order-1",
                        "ptn_1",
                        "act_1",
                        "pte_0",
                        "hld_1",
                        "rlv_1",
                        List.of("100 points", "× 1.2"),
                        TIME,
                        TIME.plusSeconds(1),
                        TIME.plusSeconds(2),
                        "",
                        150);
        assertThat(entry.computedHash("previous"))
                .isEqualTo(
                        hash(
                                "previous|pte_1|brd_1|wal_1|7|EARNED|ISSUED|wal_1|points|120|150|Welcome|order-1|ptn_1|act_1|pte_0|hld_1|rlv_1|100"
                                    + " points;× 1.2|1767225600000|1767225601000|1767225602000"));
    }

    @Test
    void coversAbsentFieldsAsEmptyTexts() {
        var entry =
                new PointsEntry(
                        "pte_1", "brd_1", "wal_1", 1, "EARNED", "ISSUED", "wal_1", "points", 5, 5,
                        "Welcome", null, "ptn_1", null, null, null, null, null, TIME, TIME, TIME,
                        "", 5);
        assertThat(entry.computedHash(""))
                .isEqualTo(
                        hash(
                                "|pte_1|brd_1|wal_1|1|EARNED|ISSUED|wal_1|points|5|5|Welcome||ptn_1"
                                        + "||||||1767225600000|1767225600000|1767225600000"));
    }

    private static String hash(String fields) {
        return Sha256.of(fields.replace('|', '\u001f').replace(';', '\u001e'));
    }
}
