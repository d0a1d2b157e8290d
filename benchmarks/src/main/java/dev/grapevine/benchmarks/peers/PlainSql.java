package dev.grapevine.benchmarks.peers;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.measurement.Awards;
import dev.grapevine.benchmarks.measurement.Balances;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.Goal;
import dev.grapevine.benchmarks.measurement.Measurement;
import dev.grapevine.benchmarks.measurement.Round;
import dev.grapevine.benchmarks.measurement.SumCheck;
import dev.grapevine.benchmarks.stage.PlainSqlProcess;
import dev.grapevine.benchmarks.stage.Referrals;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Awards, balances, referral chains of ten and referral trees of three levels (the first 100),
 * compared with plain SQL behind a bare HTTP server, with the same customers and referrals.
 * Throughput in requests per second, by number of connections.
 */
public final class PlainSql implements Measurement {

    private static final String OURS = "grapevine ";
    private static final String THEIRS = "plain SQL ";

    private enum Operation {
        AWARD("award"),
        BALANCE("balance"),
        CHAIN("chain of ten"),
        TREE("tree of three levels");

        private final String label;

        Operation(String label) {
            this.label = label;
        }
    }

    /** Operation at a number of connections, with the goal. */
    private record Line(Operation operation, int connections, double ratio) {

        private String label() {
            return operation.label + ", " + connections;
        }

        /** Returns the number of requests: an eighth for a single connection. */
        private int requests(Round round) {
            return connections == 1 ? Math.max(1, round.requests() / 8) : round.requests();
        }
    }

    private static final List<Line> LINES =
            List.of(
                    new Line(Operation.AWARD, 1, 0.4),
                    new Line(Operation.AWARD, 8, 0.6),
                    new Line(Operation.AWARD, 32, 1),
                    new Line(Operation.BALANCE, 1, 0.4),
                    new Line(Operation.BALANCE, 8, 0.5),
                    new Line(Operation.BALANCE, 32, 0.6),
                    new Line(Operation.CHAIN, 8, 0.6),
                    new Line(Operation.TREE, 8, 1));

    private static final String CHAIN =
            """
            query($externalId: String!) {
              customer(ref: {external: {brand: "%s", externalId: $externalId}}) {
                referralChain(maxDepth: %d) { depth referredAt customer { id externalId } }
              }
            }\
            """
                    .formatted(Stage.BRAND, PlainSqlCalls.CHAIN_DEPTH);

    private static final String TREE =
            """
            query($externalId: String!) {
              customer(ref: {external: {brand: "%s", externalId: $externalId}}) {
                referralTree(maxDepth: %d, first: %d) { edges { depth referredAt node { id externalId } } }
              }
            }\
            """
                    .formatted(Stage.BRAND, PlainSqlCalls.TREE_DEPTH, PlainSqlCalls.TREE_SIZE);

    private final Stage stage;
    private final Plan plan;
    private final Awards awards;
    private final Balances balances;
    private final SumCheck sums;
    private @Nullable PlainSqlCalls peer;

    public PlainSql(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.awards = new Awards(stage);
        this.balances = new Balances(stage);
        this.sums = SumCheck.ofLedger(stage);
    }

    @Override
    public String name() {
        return "plain-sql";
    }

    @Override
    public List<Comparison> comparisons() {
        return LINES.stream()
                .map(
                        line ->
                                new Comparison(
                                        "9 " + line.label() + " connections",
                                        OURS + line.label(),
                                        THEIRS + line.label(),
                                        new Goal.AtLeast(line.ratio)))
                .toList();
    }

    @Override
    public void prepare() throws Skipped {
        if (!plan.hasPeer()) {
            throw new Skipped("excluded by --without-peer");
        }
        var referrals = new Referrals(stage.customers());
        referrals.importInto(stage);
        peer = new PlainSqlCalls(stage, PlainSqlProcess.start(plan.root()));
        peer.create(referrals.pages());
        expectEqualAnswers(CHAIN, peer::chain);
        expectEqualAnswers(TREE, peer::tree);
    }

    /** Compares the customers in the answers of both for the first of each hundred customers. */
    private void expectEqualAnswers(String document, Function<Stage.Enrolled, JsonNode> peer) {
        for (var i = 0; i < stage.customers().size(); i += 100) {
            var customer = stage.customers().get(i);
            var ours = stage.ask(document, Map.of("externalId", customer.externalId()));
            var theirs = peer.apply(customer);
            if (!texts(ours, "externalId").equals(texts(theirs, "external_id"))) {
                throw new IllegalStateException(
                        "Different answers for " + customer + ": " + ours + ", " + theirs);
            }
        }
    }

    private static List<String> texts(JsonNode answer, String field) {
        return answer.findValues(field).stream().map(JsonNode::asString).toList();
    }

    @Override
    public void run(Round round) {
        for (var line : LINES) {
            round.ours(OURS + line.label(), stage, () -> ours(line, round));
            round.baseline(
                    THEIRS + line.label(),
                    () -> Load.run(line.requests(round), line.connections, theirs(line.operation)));
        }
    }

    private Figures ours(Line line, Round round) {
        var figures = Load.run(line.requests(round), line.connections, ours(line.operation));
        return line.operation == Operation.AWARD ? sums.count(figures, Awards.POINTS) : figures;
    }

    @Override
    public List<SumCheck.Finding> findings() {
        return List.of(sums.check());
    }

    private Load.CallerFactory ours(Operation operation) {
        return switch (operation) {
            case AWARD -> awards.distinctCustomers();
            case BALANCE -> balances.overGrapevine();
            case CHAIN -> query(CHAIN);
            case TREE -> query(TREE);
        };
    }

    private Load.CallerFactory theirs(Operation operation) {
        var calls = Objects.requireNonNull(peer);
        return switch (operation) {
            case AWARD -> calls.awards();
            case BALANCE -> calls.balances();
            case CHAIN -> calls.chains();
            case TREE -> calls.trees();
        };
    }

    private Load.CallerFactory query(String text) {
        var document = new Document(text);
        return stage.partners(
                caller -> {
                    var customer = stage.customer(stage.nextCall());
                    caller.ask(
                            document.with("{\"externalId\":\"" + customer.externalId() + "\"}"),
                            "\"referral");
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
