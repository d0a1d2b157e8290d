package dev.grapevine.api.ledger.audit;

import dev.grapevine.api.cli.CommandContext;
import dev.grapevine.api.cli.ProgressIndicator;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.brand.Brands;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphException;
import dev.grapevine.graph.ledger.audit.LedgerAudit;
import dev.grapevine.graph.ledger.audit.LedgerAudit.AuditReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Command {@code verify-ledger [--brand <key>]}: recomputes every wallet, also while the API runs.
 * Exit codes: 0 if the ledger is valid, 1 if an invariant is violated, 2 if the verification is not
 * possible.
 */
@Command(
        name = "verify-ledger",
        description =
                "Recomputes every wallet: sequences, hashes, balances, lots, and the sum of all"
                        + " accounts. Stops at the first invalid wallet.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
public final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int NOT_VERIFIED = 2;

    @Option(names = "--brand", description = "Key of the brand. Default: all brands.")
    private @Nullable String brand;

    /** Runs the command with the arguments of the process and returns its exit code. */
    public static int run(String[] args) {
        return new CommandLine(new VerifyLedgerCommand())
                .execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() {
        try (var graph = CommandContext.open()) {
            var brandId =
                    brand == null
                            ? null
                            : graph.bean(Brands.class)
                                    .byKey(Caller.SYSTEM, brand)
                                    .map(Brand::id)
                                    .orElse(null);
            if (brand != null && brandId == null) {
                System.err.println("Brand '" + brand + "' does not exist.");
                return NOT_VERIFIED;
            }
            return report(verify(graph.bean(LedgerAudit.class), brandId), System.out);
        } catch (GraphException e) {
            System.err.println(
                    e.getMessage() + " The ledger was not verified. Run the command again.");
            return NOT_VERIFIED;
        }
    }

    private static AuditReport verify(LedgerAudit audit, @Nullable String brandId) {
        try (var progressIndicator = ProgressIndicator.ofUnknownLength("wallets")) {
            return audit.verify(brandId, progressIndicator::stepTo);
        }
    }

    /** Prints the report and returns the exit code. */
    public static int report(AuditReport report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nVerified %,d wallets and %,d entries.%n",
                report.walletCount(),
                report.entryCount());
        var problem = report.problem();
        if (problem == null) {
            out.println("The ledger is valid.");
            return VALID;
        }
        out.printf(
                Locale.ROOT,
                "The ledger is INVALID: brand %s, wallet %s, entry %d violates %s. %s%n",
                problem.brandId(),
                problem.walletId(),
                problem.sequence(),
                problem.invariant(),
                problem.message());
        return INVALID;
    }
}
