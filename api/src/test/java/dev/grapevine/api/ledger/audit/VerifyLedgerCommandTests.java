package dev.grapevine.api.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.ledger.audit.LedgerAudit.AuditReport;
import dev.grapevine.graph.ledger.audit.LedgerAudit.Problem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Output and exit codes of the command {@code verify-ledger}. */
class VerifyLedgerCommandTests {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void exitsWithZeroForAValidLedger() {
        assertThat(exitCode(new AuditReport(1_234, 56_789, null))).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("1,234 wallets and 56,789 entries", "The ledger is valid.");
    }

    @Test
    void reportsTheViolationAndExitsWithOne() {
        var problem = new Problem("brd_1", "wal_1", 7, "I3", "The hash is another.");
        assertThat(exitCode(new AuditReport(3, 20, problem))).isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains(
                        "INVALID: brand brd_1, wallet wal_1, entry 7 violates I3. The hash is"
                                + " another.")
                .doesNotContain("The ledger is valid.");
    }

    private int exitCode(AuditReport report) {
        return VerifyLedgerCommand.report(
                report, new PrintStream(output, true, StandardCharsets.UTF_8));
    }
}
