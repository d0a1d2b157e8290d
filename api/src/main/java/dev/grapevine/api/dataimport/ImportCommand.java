package dev.grapevine.api.dataimport;

import dev.grapevine.api.cli.CommandContext;
import dev.grapevine.graph.dataimport.DataImport;
import dev.grapevine.graph.dataimport.ImportFailed;
import dev.grapevine.graph.dataimport.ImportFolder;
import dev.grapevine.graph.dataimport.ImportRequest;
import dev.grapevine.graph.dataimport.ImportSummary;
import dev.grapevine.graph.kernel.database.GraphException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Command {@code import --brand <key> <folder>}: imports a community into the configured database,
 * also while the API runs. Exit codes: 0 when all rows are processed, even if some were rejected; 1
 * if the database fails; 2 if the import is not possible.
 */
@Command(
        name = "import",
        description =
                "Imports customers, referrals, contributions, votes and activities of a community"
                        + " from a folder.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    @Option(
            names = "--brand",
            required = true,
            description = "Key of the brand; registered if the brand does not exist.")
    private String brand = "";

    @Option(
            names = "--name",
            description = "Name of the brand if the import registers the brand. Default: the key.")
    private @Nullable String name;

    @Option(
            names = "--rejects",
            description = "Reject file for rejected rows. Default: rejects-<brand>.csv")
    private @Nullable Path rejects;

    @Option(
            names = "--keep-second-referrers",
            description =
                    "Keeps a second referrer of a customer as one who vouched for the customer,"
                            + " outside of the chains, instead of rejecting the row.")
    private boolean keepsSecondReferrers;

    @Option(
            names = "--dry-run",
            description = "Reports what would be imported and rejected; writes nothing but that.")
    private boolean isDryRun;

    @Parameters(
            index = "0",
            description =
                    "Folder with customers.csv, contributions.csv, votes.csv, activities.jsonl,"
                            + " each optional and optionally compressed (.gz).")
    private Path folder = Path.of(".");

    /** Runs the command with the arguments of the process and returns its exit code. */
    public static int run(String[] args) {
        return new CommandLine(new ImportCommand())
                .execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() throws IOException {
        try {
            return run(ImportFolder.checked(folder));
        } catch (GraphException e) {
            System.err.println(
                    e.getMessage()
                            + (isDryRun
                                    ? " Nothing was imported."
                                    : " Imported rows are kept. Run the import again to"
                                            + " continue."));
            return 1;
        } catch (ImportFailed e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int run(ImportFolder files) throws IOException {
        try (var graph = CommandContext.open()) {
            var request =
                    new ImportRequest(
                            brand,
                            name == null ? brand : name,
                            files,
                            rejects == null ? Path.of("rejects-" + brand + ".csv") : rejects,
                            keepsSecondReferrers,
                            isDryRun);
            try (var progress = new ProgressBars()) {
                return report(graph.bean(DataImport.class).run(request, progress));
            }
        }
    }

    private int report(ImportSummary summary) {
        System.out.printf("%n%-14s %9s %9s %9s %9s%n", "", "rows", "imported", "known", "rejected");
        for (var step : summary.steps()) {
            System.out.printf(
                    "%-14s %,9d %,9d %,9d %,9d%n",
                    step.name(), step.rows(), step.imported(), step.known(), step.rejected());
        }
        System.out.printf(
                Locale.ROOT, "%nCompleted in %.1f s.%n", summary.duration().toMillis() / 1000.0);
        if (isDryRun) {
            System.out.println("This was a dry run: nothing was written to the database.");
        }
        if (summary.rejected() > 0) {
            System.out.println(
                    "Rejected rows with line number and reason: "
                            + summary.rejects().toAbsolutePath());
        }
        return 0;
    }
}
