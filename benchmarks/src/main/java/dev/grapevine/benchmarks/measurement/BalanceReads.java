package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.PeerProcess;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Goal 4: balances over HTTP, compared with a point read of the driver and with the peer, which
 * serves the same query from the same nodes. Throughput in queries per second.
 */
public final class BalanceReads implements Measurement {

    static final String NAME = "balance-reads";
    private static final String OURS = "grapevine";
    private static final String DRIVER = "driver";
    private static final String PEER = "@neo4j/graphql";

    private final Stage stage;
    private final Plan plan;
    private final Balances balances;
    private @Nullable PeerProcess peer;
    private String noPeer = "";

    public BalanceReads(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.balances = new Balances(stage);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Comparison> comparisons() {
        var label = "4 customer { wallet { balance } } [queries]";
        return List.of(
                new Comparison(label, OURS, DRIVER, new Goal.AtLeast(0.6)),
                new Comparison("4 the same", OURS, PEER, new Goal.AtLeast(2.5)));
    }

    @Override
    public void prepare() {
        try {
            if (!plan.hasPeer()) {
                throw new Skipped("excluded by --without-peer");
            }
            peer = PeerProcess.start(plan.root(), stage.api());
        } catch (Skipped e) {
            noPeer = "SKIPPED " + PEER + ": " + e.reason();
        }
    }

    @Override
    public void run(Round round) {
        round.ours(OURS, stage, () -> load(round, balances.overGrapevine()));
        round.baseline(DRIVER, () -> load(round, balances.overDriver()));
        if (peer != null) {
            var endpoint = peer.endpoint();
            round.baseline(PEER, () -> load(round, balances.overPeer(endpoint)));
        }
    }

    private Figures load(Round round, Load.CallerFactory factory) {
        return Load.run(round.requests(), plan.connections(), factory);
    }

    @Override
    public List<String> remarks() {
        return noPeer.isEmpty() ? List.of() : List.of(noPeer);
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
    }
}
