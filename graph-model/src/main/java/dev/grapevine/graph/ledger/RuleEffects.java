package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.posting.DueEventsPending;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.posting.RuleEffectCommand;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Service that posts the points of earning rules and reads the posted points. */
@Component
public class RuleEffects {

    private static final CypherStatement EARNED =
            CypherStatement.of(RuleEffects.class, "earned-by-rules");

    private final LedgerExecutor executor;
    private final GraphClient graph;
    private final Ids ids;

    RuleEffects(LedgerExecutor executor, GraphClient graph, Ids ids) {
        this.executor = executor;
        this.graph = graph;
        this.ids = ids;
    }

    /**
     * Posts effects inside the caller's transaction, which must also record the activities; their
     * idempotency makes the effects idempotent. A deduction that exceeds the balance becomes debt,
     * whatever the negative balance policy of the currency.
     *
     * @throws IllegalStateException if there is no transaction or an effect is rejected
     * @throws GraphBusy if a wallet has too many due events for the transaction
     */
    public void post(List<RuleEffect> effects) {
        if (!graph.isInTransaction()) {
            throw new IllegalStateException("rule effects require a transaction; none is active");
        }
        execute(
                effects.stream()
                        .map(
                                effect ->
                                        new LedgerExecutor.QueuedCommand(
                                                new RuleEffectCommand(effect), newId(), null))
                        .toList());
    }

    private String newId() {
        return ids.next("pte");
    }

    /**
     * Executes commands, in halves if they would draw from too many lots: corrections of a long
     * history, or deductions from a wallet of many small lots.
     */
    private void execute(List<LedgerExecutor.QueuedCommand> commands) {
        try {
            var results = executor.execute(commands);
            for (var i = 0; i < results.size(); i++) {
                if (results.get(i) instanceof Result.Rejected<PointsEntry> rejected) {
                    postHalves(commands.get(i), rejected);
                }
            }
        } catch (DueEventsPending e) {
            if (commands.size() == 1) {
                throw new GraphBusy(e);
            }
            var half = commands.size() / 2;
            execute(commands.subList(0, half));
            execute(commands.subList(half, commands.size()));
        }
    }

    private void postHalves(
            LedgerExecutor.QueuedCommand queued, Result.Rejected<PointsEntry> rejected) {
        if (!rejected.rejections().contains(LedgerRejection.TOO_MANY_LOTS)
                || !(queued.command() instanceof RuleEffectCommand(var effect))
                || effect.amount() > -2) {
            throw new IllegalStateException("rule effect was rejected: " + rejected);
        }
        var half = effect.amount() / 2;
        for (var amount : List.of(half, effect.amount() - half)) {
            execute(
                    List.of(
                            new LedgerExecutor.QueuedCommand(
                                    new RuleEffectCommand(effect.of(amount)), newId(), null)));
        }
    }

    /** Returns the points that rules have posted for customers. One round trip. */
    public List<PostedEffect> ofCustomers(Collection<String> customerIds) {
        return graph.read(
                EARNED, Map.of("ids", List.copyOf(customerIds)), Rows.to(PostedEffect.class));
    }

    /**
     * Sum of the entries of a rule version for an activity.
     *
     * @param amount points credited less points deducted
     * @param reversed points of the amount that reversals have taken
     * @param effectiveAt time of the activity
     */
    public record PostedEffect(
            String customerId,
            String activityId,
            String ruleVersionId,
            String currency,
            long amount,
            long reversed,
            OffsetDateTime effectiveAt) {}
}
