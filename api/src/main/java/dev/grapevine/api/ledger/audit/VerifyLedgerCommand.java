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
 * {@code verify-ledger [--brand <key>]}: recomputes every wallet, also while the API runs. Ends
 * with 0 if all is right, with 1 if something is wrong, and with 2 if it could not be found out.
 */
@Command(
        name = "verify-ledger",
        description =
                "Recomputes every wallet: numbers, hashes, balances, lots, and that no point was"
                        + " made or lost. Stops at the first wallet that is wrong.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
public final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int UNKNOWN = 2;

    @Option(names = "--brand", description = "Key of the brand; all brands, if not given.")
    private @Nullable String brand;

    /** Runs the command with the arguments of the process and answers its exit code. */
    public static int run(String[] args) {
        return new CommandLine(new VerifyLedgerCommand())
                .execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() {
        try (var graph = CommandContext.open()) {
            var known =
                    brand == null
                            ? null
                            : graph.door(Brands.class)
                                    .byKey(Caller.SYSTEM, brand)
                                    .map(Brand::id)
                                    .orElse(null);
            if (brand != null && known == null) {
                System.err.println("There is no brand '" + brand + "'.");
                return UNKNOWN;
            }
            return report(verified(graph.door(LedgerAudit.class), known), System.out);
        } catch (GraphException e) {
            System.err.println(e.getMessage() + " Nothing was found out: start it again.");
            return UNKNOWN;
        }
    }

    private static AuditReport verified(LedgerAudit audit, @Nullable String brandId) {
        try (var progressIndicator = ProgressIndicator.withoutEnd("wallets")) {
            return audit.verify(brandId, progressIndicator::stepTo);
        }
    }

    /** Prints what was found and answers the exit code. */
    public static int report(AuditReport report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nLooked at %,d wallets and %,d entries.%n",
                report.wallets(),
                report.entries());
        var problem = report.problem();
        if (problem == null) {
            out.println("The ledger is right.");
            return RIGHT;
        }
        out.printf(
                Locale.ROOT,
                "The ledger is WRONG: brand %s, wallet %s, entry %d breaks %s. %s%n",
                problem.brandId(),
                problem.walletId(),
                problem.sequence(),
                problem.invariant(),
                problem.message());
        return WRONG;
    }
}
