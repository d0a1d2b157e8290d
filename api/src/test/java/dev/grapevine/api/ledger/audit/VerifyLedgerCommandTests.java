package dev.grapevine.api.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.ledger.audit.LedgerAudit.AuditReport;
import dev.grapevine.graph.ledger.audit.LedgerAudit.Problem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command prints and how it ends. */
class VerifyLedgerCommandTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void endsWellIfAllIsRight() {
        assertThat(exitCode(new AuditReport(1_234, 56_789, null))).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("1,234 wallets and 56,789 entries", "The ledger is valid.");
    }

    @Test
    void namesWhatIsWrongAndEndsBadly() {
        var problem = new Problem("brd_1", "wal_1", 7, "I3", "The hash is another.");
        assertThat(exitCode(new AuditReport(3, 20, problem))).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "INVALID: brand brd_1, wallet wal_1, entry 7 violates I3. The hash is another.")
                .doesNotContain("The ledger is valid.");
    }

    private int exitCode(AuditReport report) {
        return VerifyLedgerCommand.report(
                report, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
