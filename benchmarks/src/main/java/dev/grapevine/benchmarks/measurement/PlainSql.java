package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.HttpConnection;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.PlainSqlProcess;
import dev.grapevine.benchmarks.stage.Referrals;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Awards, balances, referral chains of ten and referral trees of three levels (the first 100),
 * compared with plain SQL behind a bare HTTP server, with the same customers and referrals.
 * Throughput in requests per second, by number of connections.
 */
public final class PlainSql implements Measurement {

    private static final String OURS = "grapevine ";
    private static final String THEIRS = "plain SQL ";

    /** Operation with its goals by number of connections. */
    private enum Operation {
        AWARD("award", List.of(new At(1, 0.4), new At(8, 0.6), new At(32, 1.0))),
        BALANCE("balance", List.of(new At(1, 0.4), new At(8, 0.5), new At(32, 0.6))),
        CHAIN("chain of ten", List.of(new At(8, 0.6))),
        TREE("tree of three levels", List.of(new At(8, 1.0)));

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // The lists are immutable.
        private final List<At> goals;

        Operation(String label, List<At> goals) {
            this.label = label;
            this.goals = goals;
        }

        private String at(At goal) {
            return label + ", " + goal.connections;
        }
    }

    private record At(int connections, double ratio) {

        /** Returns the number of requests: an eighth for a single connection. */
        private int share(Round round) {
            return connections == 1 ? Math.max(1, round.requests() / 8) : round.requests();
        }
    }

    private static final String MEMBER = "\"externalId\":";

    private static final Document CHAIN =
            new Document(
                    """
                    query($externalId: String!) {
                      customer(ref: {external: {brand: "%s", externalId: $externalId}}) {
                        referralChain(maxDepth: 10) { depth referredAt customer { id externalId } }
                      }
                    }\
                    """
                            .formatted(Stage.BRAND));

    private static final Document TREE =
            new Document(
                    """
                    query($externalId: String!) {
                      customer(ref: {external: {brand: "%s", externalId: $externalId}}) {
                        referralTree(maxDepth: 3, first: 100) { edges { depth referredAt node { id externalId } } }
                      }
                    }\
                    """
                            .formatted(Stage.BRAND));

    private final Stage stage;
    private final Plan plan;
    private final Awards awards;
    private final Balances balances;
    private @Nullable PlainSqlProcess peer;

    public PlainSql(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.awards = new Awards(stage);
        this.balances = new Balances(stage);
    }

    @Override
    public String name() {
        return "plain-sql";
    }

    @Override
    public List<Comparison> comparisons() {
        var comparisons = new ArrayList<Comparison>();
        for (var operation : Operation.values()) {
            for (var goal : operation.goals) {
                var label = operation.at(goal);
                comparisons.add(
                        new Comparison(
                                "9 " + label + " connections",
                                OURS + label,
                                THEIRS + label,
                                new Goal.AtLeast(goal.ratio)));
            }
        }
        return comparisons;
    }

    @Override
    public void prepare() throws Skipped {
        if (!plan.hasPeer()) {
            throw new Skipped("excluded by --without-peer");
        }
        var referrals = new Referrals(stage.customers());
        referrals.importInto(stage);
        peer = PlainSqlProcess.start(plan.root());
        try (var connection = new HttpConnection(peer.endpoint("/customers"))) {
            for (var page : referrals.pages()) {
                connection.post(page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void run(Round round) {
        for (var operation : Operation.values()) {
            for (var goal : operation.goals) {
                var label = operation.at(goal);
                round.ours(
                        OURS + label,
                        stage,
                        () -> Load.run(goal.share(round), goal.connections, ours(operation)));
                round.baseline(
                        THEIRS + label,
                        () -> Load.run(goal.share(round), goal.connections, theirs(operation)));
            }
        }
    }

    private Load.CallerFactory ours(Operation operation) {
        return switch (operation) {
            case AWARD -> awards.distinctCustomers();
            case BALANCE -> balances.overGrapevine();
            case CHAIN -> query(CHAIN);
            case TREE -> query(TREE);
        };
    }

    private Load.CallerFactory query(Document document) {
        return stage.partners(
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(
                            document.with("{\"externalId\":\"" + customer.externalId() + "\"}"),
                            "\"referral");
                    return 1;
                });
    }

    private Load.CallerFactory theirs(Operation operation) {
        return switch (operation) {
            case AWARD ->
                    call("/award", "\"isReplay\":false", ",\"amount\":10,\"reason\":\"Benchmark\"");
            case BALANCE -> call("/balance", "\"balance\":", "");
            case CHAIN -> call("/chain", "[", ",\"maxDepth\":10");
            case TREE -> call("/tree", "[", ",\"maxDepth\":3,\"limit\":100");
        };
    }

    private Load.CallerFactory call(String path, String expected, String more) {
        return Stage.callers(
                Objects.requireNonNull(peer).endpoint(path),
                caller -> {
                    var call = stage.nextCall();
                    var customer = stage.customer(call);
                    var body =
                            "{\"customer\":\"%s\",%s\"%s\",\"key\":\"plain-%d\"%s}"
                                    .formatted(
                                            customer.id(),
                                            MEMBER,
                                            customer.externalId(),
                                            call,
                                            more);
                    caller.ask(body.getBytes(StandardCharsets.UTF_8), expected);
                    return 1;
                });
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
    }
}
