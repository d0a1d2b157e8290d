package dev.grapevine.api.reward;

import dev.grapevine.api.cli.CommandContext;
import dev.grapevine.api.cli.ProgressIndicator;
import dev.grapevine.graph.kernel.TextFile;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphException;
import dev.grapevine.graph.reward.Rewards;
import dev.grapevine.graph.reward.coupon.CouponFile;
import dev.grapevine.graph.reward.coupon.CouponImport;
import dev.grapevine.graph.reward.coupon.CouponImportRejected;
import dev.grapevine.graph.reward.coupon.CouponReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Command {@code import-coupons --brand <key> --reward <key> <file>}: adds the coupon codes of a
 * file to a reward, also while the API runs. Exit codes: 0 when all lines are processed, even if
 * some are duplicates or invalid; 1 if the database fails; 2 if the import is not possible, or
 * codes are suspicious.
 */
@Command(
        name = "import-coupons",
        description = "Adds the coupon codes of a CSV file to a reward that issues coupons.",
        mixinStandardHelpOptions = true)
public final class ImportCouponsCommand implements Callable<Integer> {

    @Option(names = "--brand", required = true, description = "Key of the brand.")
    private String brand = "";

    @Option(names = "--reward", required = true, description = "Key of the reward.")
    private String reward = "";

    @Option(
            names = "--column",
            description =
                    "Column with the codes, of a file with a header. Without it, the file has one"
                            + " code a line and no header.")
    private @Nullable String column;

    @Option(
            names = "--accept-suspicious",
            description = "Adds codes that look like a header, columns or a spreadsheet's number.")
    private boolean acceptsSuspicious;

    @Parameters(
            index = "0",
            description = "File with the codes, UTF-8, optionally compressed (.gz).")
    private Path file = Path.of("");

    /** Runs the command with the arguments of the process and returns its exit code. */
    public static int run(String[] args) {
        return new CommandLine(new ImportCouponsCommand())
                .execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            System.err.println(file + " is not a file.");
            return 2;
        }
        try (var graph = CommandContext.open()) {
            return add(graph.bean(Rewards.class), graph.bean(CouponImport.class));
        } catch (GraphException e) {
            System.err.println(
                    e.getMessage() + " Added codes are kept. Run the import again to continue.");
            return 1;
        } catch (CouponImportRejected e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int add(Rewards rewards, CouponImport coupons) {
        var found = rewards.byKey(Caller.SYSTEM, brand, reward);
        if (found.isEmpty()) {
            System.err.printf("The brand '%s' has no reward '%s'.%n", brand, reward);
            return 2;
        }
        var couponFile = new CouponFile(new TextFile(file), column);
        var report = coupons.check(couponFile);
        print("%,d lines are not codes and are not added:%n", report.invalid());
        print("%,d codes are suspicious:%n", report.suspicious());
        if (report.suspicious().count() > 0 && !acceptsSuspicious) {
            System.err.println(
                    "Nothing was added. If the file has a header, name the column of the codes"
                            + " with --column; if these are codes, add --accept-suspicious.");
            return 2;
        }
        var call = new Call(Caller.SYSTEM, "import:coupons:" + UUID.randomUUID());
        CouponImport.Summary summary;
        try (var progressIndicator = ProgressIndicator.of("coupons", report.codes())) {
            summary = coupons.run(call, found.get().id(), couponFile, progressIndicator::stepBy);
        }
        System.out.printf(
                "%n%,d codes added, %,d duplicates skipped.%n",
                summary.added(), summary.duplicates());
        return 0;
    }

    private static void print(String heading, CouponReport.Findings findings) {
        if (findings.count() == 0) {
            return;
        }
        System.err.printf(heading, findings.count());
        for (var finding : findings.first()) {
            System.err.printf(
                    "  line %d: “%s” %s%n", finding.line(), finding.text(), finding.problem());
        }
        if (findings.count() > findings.first().size()) {
            System.err.println("  …");
        }
    }
}
