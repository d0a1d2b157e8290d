package dev.grapevine.benchmarks;

import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.report.Machine;
import dev.grapevine.benchmarks.report.Result;
import dev.grapevine.benchmarks.report.ResultFile;
import dev.grapevine.benchmarks.report.Table;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Command of the benchmarks: starts the API, measures, prints the table and writes the result file.
 * Exit code 0 whether goals are met or not; 1 if a measurement failed or a sum is wrong; 2 for an
 * unknown measurement.
 */
@Command(
        name = "benchmarks",
        description = "Measures Grapevine, compared with the driver alone and a peer.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Benchmarks implements Callable<Integer> {

    @Option(
            names = "--only",
            split = ",",
            description =
                    "Measurements to run, of single-awards, award-batches, hot-wallet,"
                            + " balance-reads, long-history, activity-batches, plain-sql,"
                            + " many-customers.")
    private List<String> only = List.of();

    @Option(names = "--rounds", description = "Rounds of each measurement; the median counts.")
    private int rounds = 5;

    @Option(names = "--requests", description = "Requests of each contestant in a round.")
    private int requests = 10_000;

    @Option(names = "--connections", description = "Concurrent callers, one connection each.")
    private int connections = 64;

    @Option(
            names = "--warm-up",
            description = "Requests of each contestant before the first round.")
    private int warmUp = 20_000;

    @Option(names = "--customers", description = "Customers of the brand.")
    private int customers = 10_000;

    @Option(names = "--many-customers", description = "Customers of the large brand of goal 6.")
    private int manyCustomers = 1_000_000;

    @Option(names = "--history", description = "Entries of the long wallet of goal 5.")
    private int history = 10_000;

    @Option(
            names = "--setting",
            description = "Setting of the API as name=value; may be repeated. Default: none")
    private List<String> settings = List.of();

    @Option(names = "--out", description = "File for the figures of all rounds.")
    private Path out = Path.of("benchmarks/target/results.json");

    @Option(
            names = "--profile",
            description =
                    "Record the API process during its turns of the last round, into the folder of"
                            + " --out.")
    private boolean isProfiled;

    @Option(names = "--without-peer", description = "Do not start @neo4j/graphql.")
    private boolean isWithoutPeer;

    @Option(names = "--root", description = "Folder of the project.")
    private Path root = Path.of(".");

    /** Strong reference: java.util.logging loses the level of a garbage-collected logger. */
    private static final Logger DRIVER = Logger.getLogger("org.neo4j.driver");

    public static void main(String[] args) {
        DRIVER.setLevel(Level.WARNING);
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Benchmarks()).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var unknown = new ArrayList<>(only);
        unknown.removeAll(Session.MEASUREMENTS.keySet());
        if (!unknown.isEmpty()) {
            System.err.println("Unknown measurement in --only: " + unknown);
            return 2;
        }
        var plan =
                new Plan(
                        rounds,
                        requests,
                        connections,
                        warmUp,
                        customers,
                        manyCustomers,
                        history,
                        root,
                        settings,
                        !isWithoutPeer);
        return measure(plan, isProfiled ? out.toAbsolutePath().getParent() : null);
    }

    private int measure(Plan plan, @Nullable Path recordings) throws IOException {
        var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var results = new ArrayList<Result>();
        System.out.printf("Starting the API and enrolling %,d customers%n", customers);
        try (var stage = Stage.open(plan, customers)) {
            var session = new Session(plan, stage, recordings);
            Session.MEASUREMENTS.forEach(
                    (name, make) -> {
                        if (only.isEmpty() || only.contains(name)) {
                            results.add(session.measure(name, make));
                        }
                    });
            var machine = Machine.with(stage.bolt().version());
            ResultFile.of(date, machine, plan, results).write(out);
        }
        System.out.printf("%n%s%n%nAll figures: %s%n", new Table(results), out);
        return results.stream().allMatch(Result::isSound) ? 0 : 1;
    }
}
