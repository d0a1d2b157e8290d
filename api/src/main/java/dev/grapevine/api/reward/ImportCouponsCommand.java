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
 * {@code import-coupons --brand <key> --reward <key> <file>}: adds the coupon codes of a file to a
 * reward, also while the API runs. Ends with 0 when it is through, also if codes were known or
 * lines wrong, and with 2 if it could not be done.
 */
@Command(
        name = "import-coupons",
        description = "Adds coupon codes, one a line, to a reward that hands them out.",
        mixinStandardHelpOptions = true)
public final class ImportCouponsCommand implements Callable<Integer> {

    @Option(names = "--brand", required = true, description = "Key of the brand.")
    private String brand = "";

    @Option(names = "--reward", required = true, description = "Key of the reward.")
    private String reward = "";

    @Parameters(index = "0", description = "File with the codes, UTF-8, perhaps compressed (.gz).")
    private Path file = Path.of("");

    /** Runs the command with the arguments of the process and answers its exit code. */
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
            return add(graph.door(Rewards.class), graph.door(CouponImport.class));
        } catch (GraphException e) {
            System.err.println(
                    e.getMessage() + " What was added stays: start the import again, it goes on.");
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
                "%n%,d codes were added; %,d were there already.%n",
                summary.added(), summary.duplicates());
        if (summary.wrong() > 0) {
            System.out.printf(
                    "%,d lines hold no code (1 to 64 ASCII characters without blanks), first of"
                            + " all: %s%n",
                    summary.wrong(), summary.wrongLines());
        }
        return 0;
    }
}
