package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Document;
import dev.grapevine.benchmarks.load.Figures;
import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.load.Plan;
import dev.grapevine.benchmarks.stage.Skipped;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.stage.Statement;

import org.neo4j.driver.Record;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Goal 5: three queries about a wallet with a long history, from eight concurrent callers. The
 * baseline of {@code explainEntry} is a read of the bare entry by the driver, that of the others a
 * sum of the entries by the driver. A query that is not in the schema is skipped and reported.
 */
public final class LongHistory implements Measurement {

    private static final int CALLERS = 8;
    private static final String READ = "driver reads the entry";
    private static final String FOLD = "driver adds up";
    private static final Goal GOAL = new Goal.FasterThan(50);

    private final Stage stage;
    private final Plan plan;
    private final String customerId;
    private final List<HistoryQuery> queries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private List<Record> entries = List.of();
    private String walletId = "";

    public LongHistory(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.customerId = stage.customers().getLast().id();
    }

    @Override
    public String name() {
        return "long-history";
    }

    @Override
    public List<Comparison> comparisons() {
        return HistoryQuery.ALL.stream()
                .map(
                        query ->
                                new Comparison(
                                        "5 %s, %,d entries [queries]"
                                                .formatted(query.field(), plan.history()),
                                        query.field(),
                                        query.isAboutEntry() ? READ : FOLD,
                                        GOAL))
                .toList();
    }

    @Override
    public void prepare() throws Skipped {
        for (var query : HistoryQuery.ALL) {
            try {
                stage.expect(query.field(), query.text(), query.unknownId());
                queries.add(query);
            } catch (Skipped e) {
                remarks.add("SKIPPED " + query.field() + ": " + e.reason());
            }
        }
        if (queries.isEmpty()) {
            throw new Skipped("none of its fields is in the schema");
        }
        write();
        var wallet =
                stage.ask(
                        "query($id: ID!) { node(id: $id) { ... on Customer { wallet { id } } } }",
                        Map.of("id", customerId));
        walletId = wallet.at("/data/node/wallet/id").asString();
        entries = stage.bolt().run(Statement.of("entries-of-wallet"), Map.of("walletId", walletId));
    }

    /** Writes the history over HTTP: alternating awards and redemptions. */
    private void write() {
        HotWallet.fill(stage, customerId);
        var calls = new Awards(stage).oneCustomer(customerId, _ -> {});
        Load.run(plan.history() - 1, CALLERS, calls).expect(plan.history() - 1);
    }

    @Override
    public void run(Round round) {
        for (var query : queries) {
            var document = new Document(query.text());
            var callers =
                    stage.partners(
                            caller -> {
                                var variables = query.variables(walletId, id(), time(), time());
                                caller.ask(document.with(variables), query.expected());
                                return 1;
                            });
            round.ours(query.field(), stage, () -> load(round, callers));
        }
        baseline(round, READ, "read-entry", () -> Map.of("id", id()));
        baseline(round, FOLD, "fold-entries", () -> Map.of("walletId", walletId, "at", time()));
    }

    private void baseline(
            Round round, String name, String statement, Supplier<Map<String, Object>> parameters) {
        var callers = stage.bolt().callers(Statement.of(statement), parameters);
        round.baseline(name, () -> load(round, callers));
    }

    /** Runs a tenth of the requests, because these queries are slow and rare. */
    private Figures load(Round round, Load.CallerFactory callers) {
        return Load.run(Math.max(1, round.requests() / 10), CALLERS, callers);
    }

    private Record entry() {
        return entries.get(turn.getAndAdd(997) % entries.size());
    }

    private String id() {
        return entry().get("id").asString();
    }

    private OffsetDateTime time() {
        return entry().get("recordedAt").asOffsetDateTime();
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }
}
