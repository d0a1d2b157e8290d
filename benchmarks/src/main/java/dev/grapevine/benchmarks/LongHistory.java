package dev.grapevine.benchmarks;

import org.neo4j.driver.Record;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Goal 5: three questions about a wallet with a long history, from eight callers at once. Beside
 * {@code explainEntry} stands the driver reading the bare entry; beside the others, the driver
 * adding up the entries. What the schema does not know yet is left out, and said.
 */
final class LongHistory implements Measurement {

    private static final int CALLERS = 8;
    private static final String READ = "driver reads the entry";
    private static final String FOLD = "driver adds up";
    private static final Goal GOAL = new Goal.FasterThan(50);

    private final Stage stage;
    private final Plan plan;
    private final String customerId;
    private final List<HistoryQuestion> asked = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private List<Record> entries = List.of();
    private String walletId = "";

    LongHistory(Stage stage, Plan plan) {
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
        return HistoryQuestion.ALL.stream()
                .map(
                        question ->
                                new Comparison(
                                        "5 %s, %,d entries [questions]"
                                                .formatted(question.field(), plan.history()),
                                        question.field(),
                                        question.isAboutAnEntry() ? READ : FOLD,
                                        GOAL))
                .toList();
    }

    @Override
    public void prepare() throws Skipped {
        for (var question : HistoryQuestion.ALL) {
            try {
                stage.expect(question.field(), question.text(), question.nobody());
                asked.add(question);
            } catch (Skipped e) {
                remarks.add("SKIPPED " + question.field() + ": " + e.reason());
            }
        }
        if (asked.isEmpty()) {
            throw new Skipped("the schema knows none of its fields");
        }
        write();
        var wallet =
                stage.ask(
                        "query($id: ID!) { node(id: $id) { ... on Customer { wallet { id } } } }",
                        Map.of("id", customerId));
        walletId = wallet.at("/data/node/wallet/id").asString();
        entries = stage.bolt().run(Statement.of("entries-of-wallet"), Map.of("walletId", walletId));
    }

    /** Writes the history as callers would: awards and spends by turns. */
    private void write() {
        HotWallet.fill(stage, customerId);
        var calls = new Awards(stage).oneCustomer(customerId, _ -> {});
        Load.run(plan.history() - 1, CALLERS, calls).expect(plan.history() - 1);
    }

    @Override
    public void run(Round round) {
        for (var question : asked) {
            var document = new Document(question.text());
            var callers =
                    stage.partners(
                            caller -> {
                                var variables = question.about(walletId, id(), time(), time());
                                caller.ask(document.with(variables), question.mark());
                                return 1;
                            });
            round.ours(question.field(), stage, () -> load(round, callers));
        }
        baseline(round, READ, "read-entry", () -> Map.of("id", id()));
        baseline(round, FOLD, "fold-entries", () -> Map.of("walletId", walletId, "at", time()));
    }

    private void baseline(
            Round round, String name, String statement, Supplier<Map<String, Object>> parameters) {
        var callers = stage.bolt().callers(Statement.of(statement), parameters);
        round.baseline(name, () -> load(round, callers));
    }

    /** A tenth of the requests: such questions are rare and long. */
    private Figures load(Round round, Load.Opening callers) {
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
