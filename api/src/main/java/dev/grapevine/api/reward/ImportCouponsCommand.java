package dev.grapevine.api.reward;

import dev.grapevine.api.cli.CommandContext;
import dev.grapevine.api.cli.ProgressIndicator;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphException;
import dev.grapevine.graph.reward.CouponImport;
import dev.grapevine.graph.reward.Rewards;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Command {@code import-coupons --brand <key> --reward <key> <file>}: adds the coupon codes of a
 * file to a reward, also while the API runs. Exit codes: 0 when all lines are processed, even if
 * some are duplicates or invalid; 1 if the database fails; 2 if the import is not possible.
 */
@Command(
        name = "import-coupons",
        description = "Adds coupon codes, one per line, to a reward that issues coupons.",
        mixinStandardHelpOptions = true)
public final class ImportCouponsCommand implements Callable<Integer> {

    @Option(names = "--brand", required = true, description = "Key of the brand.")
    private String brand = "";

    @Option(names = "--reward", required = true, description = "Key of the reward.")
    private String reward = "";

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
    public Integer call() throws IOException {
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
        } catch (CouponImport.CouponImportRejected e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int add(Rewards rewards, CouponImport coupons) throws IOException {
        var found = rewards.byKey(Caller.SYSTEM, brand, reward);
        if (found.isEmpty()) {
            System.err.printf("The brand '%s' has no reward '%s'.%n", brand, reward);
            return 2;
        }
        var call = new Call(Caller.SYSTEM, "import:coupons:" + UUID.randomUUID());
        CouponImport.Summary summary;
        try (var progressIndicator = ProgressIndicator.of("coupons", coupons.lines(file))) {
            summary = coupons.run(call, found.get().id(), file, progressIndicator::stepBy);
        }
        return report(summary);
    }

    private static int report(CouponImport.Summary summary) {
        System.out.printf(
                "%n%,d codes added, %,d duplicates skipped.%n",
                summary.added(), summary.duplicates());
        if (summary.wrong() > 0) {
            System.out.printf(
                    "%,d lines rejected: not a code of 1 to 64 ASCII characters without blanks."
                            + " First lines: %s%n",
                    summary.wrong(), summary.wrongLines());
        }
        return 0;
    }
}
