package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.GraphBusy;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Outcome;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Has the ledger's desk book what rules give. */
@Component
class LedgerEarnings implements Earnings {

    private static final CypherFile EARNED = CypherFile.of(LedgerEarnings.class, "earned-by-rules");

    private final LedgerDesk desk;
    private final Graph graph;
    private final Ids ids;

    LedgerEarnings(LedgerDesk desk, Graph graph, Ids ids) {
        this.desk = desk;
        this.graph = graph;
        this.ids = ids;
    }

    @Override
    public void book(List<Earning> earnings) {
        if (!graph.isInTransaction()) {
            throw new IllegalStateException("Points are earned in the transaction of activities");
        }
        var orders =
                earnings.stream()
                        .map(
                                earning ->
                                        new LedgerDesk.Ordered(
                                                new EarnOrder(earning), ids.next("pte")))
                        .toList();
        try {
            desk.carryOut(orders).forEach(LedgerEarnings::requireDone);
        } catch (Unsettled e) {
            throw new GraphBusy(e);
        }
    }

    private static void requireDone(Outcome<PointsEntry> outcome) {
        if (outcome instanceof Outcome.Refused<PointsEntry> refused) {
            throw new IllegalStateException("What a rule gives was refused: " + refused);
        }
    }

    @Override
    public List<Earned> ofCustomers(Collection<String> customerIds) {
        return graph.read(
                EARNED, Map.of("ids", List.copyOf(customerIds)), row -> row.as(Earned.class));
    }
}
