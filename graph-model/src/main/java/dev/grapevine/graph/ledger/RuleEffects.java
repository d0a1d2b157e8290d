package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphBusy;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.posting.DueEventsPending;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.posting.RuleEffectCommand;

import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What rules give for activities, and take.
 *
 * <p>Has the ledger's desk book what rules give.
 */
@Component
public class RuleEffects {

    private static final CypherStatement EARNED =
            CypherStatement.of(RuleEffects.class, "earned-by-rules");

    private final LedgerExecutor executor;
    private final GraphClient graph;
    private final Ids ids;

    RuleEffects(LedgerExecutor desk, GraphClient graph, Ids ids) {
        this.executor = desk;
        this.graph = graph;
        this.ids = ids;
    }

    /**
     * Gives and takes what rules have worked out for activities, inside the transaction that
     * records these; that they are recorded once makes it exact, so no keys are needed. What is
     * taken beyond the balance is owed, whatever the currency says of reversals. Throws if it does
     * not all go through.
     */
    public void post(List<RuleEffect> effects) {
        if (!graph.isInTransaction()) {
            throw new IllegalStateException("Points are earned in the transaction of activities");
        }
        execute(
                effects.stream()
                        .map(
                                effect ->
                                        new LedgerExecutor.QueuedCommand(
                                                new RuleEffectCommand(effect), newId()))
                        .toList());
    }

    private String newId() {
        return ids.next("pte");
    }

    /**
     * Books in parts what draws from too many lots together: corrections of a long history, or what
     * is taken from a customer who has got it in very small pieces.
     */
    private void execute(List<LedgerExecutor.QueuedCommand> orders) {
        try {
            var results = executor.execute(orders);
            for (var i = 0; i < results.size(); i++) {
                if (results.get(i) instanceof Result.Rejected<PointsEntry> rejected) {
                    postHalves(orders.get(i), rejected);
                }
            }
        } catch (DueEventsPending e) {
            if (orders.size() == 1) {
                throw new GraphBusy(e);
            }
            var half = orders.size() / 2;
            execute(orders.subList(0, half));
            execute(orders.subList(half, orders.size()));
        }
    }

    private void postHalves(
            LedgerExecutor.QueuedCommand queued, Result.Rejected<PointsEntry> rejected) {
        if (!rejected.rejections().contains(LedgerRejection.TOO_MANY_LOTS)
                || !(queued.order() instanceof RuleEffectCommand(var effect))
                || effect.amount() > -2) {
            throw new IllegalStateException("What a rule gives was refused: " + rejected);
        }
        var half = effect.amount() / 2;
        for (var amount : List.of(half, effect.amount() - half)) {
            execute(
                    List.of(
                            new LedgerExecutor.QueuedCommand(
                                    new RuleEffectCommand(effect.of(amount)), newId())));
        }
    }

    /** What rules have given these customers for their activities so far. One round trip. */
    public List<PostedEffect> ofCustomers(Collection<String> customerIds) {
        return graph.read(
                EARNED, Map.of("ids", List.copyOf(customerIds)), row -> row.as(PostedEffect.class));
    }

    /**
     * What a version of a rule has given for an activity, all entries added up.
     *
     * @param amount below zero if it was taken
     * @param reversed how much of it was taken back by reversals
     * @param occurredAt when the activity happened
     */
    public record PostedEffect(
            String customerId,
            String activityId,
            String ruleVersionId,
            String currency,
            long amount,
            long reversed,
            OffsetDateTime occurredAt) {}
}
