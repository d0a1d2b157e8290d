package dev.grapevine.benchmarks.peers;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.HttpConnection;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.measurement.Balances;
import dev.grapevine.benchmarks.measurement.Comparison;
import dev.grapevine.benchmarks.measurement.Goal;
import dev.grapevine.benchmarks.measurement.Measurement;
import dev.grapevine.benchmarks.measurement.Round;
import dev.grapevine.benchmarks.stage.PeerProcess;
import dev.grapevine.benchmarks.stage.Referrals;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Customers with their balance, and three nested levels of ten referees, at 8 connections, beside
 * {@code @neo4j/graphql} on the same database. The nested query asks for the customers with the
 * most referees, in turn: 31 to 171 customers in an answer. The peer orders them by id, which is
 * the order of their referrals here.
 */
public final class NestedReads implements Measurement {

    private static final int CONNECTIONS = 8;
    private static final String BALANCE = "grapevine balance";
    private static final String PEER_BALANCE = "@neo4j/graphql balance";
    private static final String NESTED = "grapevine nested";
    private static final String PEER_NESTED = "@neo4j/graphql nested";
    private static final String EXPECTED = "\"externalId\":";

    private static final String QUERY =
            """
            query($externalId: String!) {
              customer(ref: {external: {brand: "%s", externalId: $externalId}}) {
                externalId
                referrals(first: 10) { nodes { externalId
                  referrals(first: 10) { nodes { externalId
                    referrals(first: 10) { nodes { externalId } } } } } }
              }
            }\
            """
                    .formatted(Stage.BRAND);

    private static final String PEER_QUERY =
            """
            query($key: String!) {
              customers(where: {key: {eq: $key}}) {
                externalId
                referrals(limit: 10, sort: [{id: ASC}]) { externalId
                  referrals(limit: 10, sort: [{id: ASC}]) { externalId
                    referrals(limit: 10, sort: [{id: ASC}]) { externalId } } }
              }
            }\
            """;

    private final Stage stage;
    private final Plan plan;
    private final Balances balances;
    private final List<Stage.Enrolled> referrers;
    private @Nullable PeerProcess peer;

    public NestedReads(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.balances = new Balances(stage);
        this.referrers = Referrals.withMostReferees(stage.customers());
    }

    @Override
    public String name() {
        return "nested-reads";
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                new Comparison(
                        "10 customer with balance", BALANCE, PEER_BALANCE, new Goal.AtLeast(5)),
                new Comparison(
                        "10 three nested levels of ten", NESTED, PEER_NESTED, new Goal.AtLeast(5)));
    }

    @Override
    public void prepare() throws Skipped {
        if (!plan.hasPeer()) {
            throw new Skipped("excluded by --without-peer");
        }
        new Referrals(stage.customers()).importInto(stage);
        peer = PeerProcess.start(plan.root(), stage.api());
        referrers.forEach(this::expectEquallyManyCustomers);
    }

    private void expectEquallyManyCustomers(Stage.Enrolled customer) {
        var ours = stage.ask(QUERY, Map.of("externalId", customer.externalId()));
        var theirs = askPeer(customer);
        var count = ours.findValues("externalId").size();
        if (count < 7 || count != theirs.findValues("externalId").size()) {
            throw new IllegalStateException(
                    "Different answers for " + customer + ": " + ours + ", " + theirs);
        }
    }

    private JsonNode askPeer(Stage.Enrolled customer) {
        try (var connection = new HttpConnection(Objects.requireNonNull(peer).endpoint())) {
            var request = new Document(PEER_QUERY).with("{\"key\":\"" + customer.key() + "\"}");
            return JsonMapper.shared().readTree(connection.post(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void run(Round round) {
        var endpoint = Objects.requireNonNull(peer).endpoint();
        round.ours(BALANCE, stage, () -> load(round, balances.overGrapevine()));
        round.baseline(PEER_BALANCE, () -> load(round, balances.overPeer(endpoint)));
        round.ours(NESTED, stage, () -> load(round, nested()));
        round.baseline(PEER_NESTED, () -> load(round, nestedOverPeer()));
    }

    private static Figures load(Round round, Load.CallerFactory callers) {
        return Load.run(round.requests(), CONNECTIONS, callers);
    }

    private Load.CallerFactory nested() {
        var document = new Document(QUERY);
        return stage.partners(
                caller -> {
                    var id = nextReferrer().externalId();
                    caller.ask(document.with("{\"externalId\":\"" + id + "\"}"), EXPECTED);
                    return 1;
                });
    }

    private Load.CallerFactory nestedOverPeer() {
        var document = new Document(PEER_QUERY);
        return Stage.callers(
                Objects.requireNonNull(peer).endpoint(),
                caller -> {
                    var key = nextReferrer().key();
                    caller.ask(document.with("{\"key\":\"" + key + "\"}"), EXPECTED);
                    return 1;
                });
    }

    private Stage.Enrolled nextReferrer() {
        return referrers.get((int) (stage.nextCall() % referrers.size()));
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
    }
}
