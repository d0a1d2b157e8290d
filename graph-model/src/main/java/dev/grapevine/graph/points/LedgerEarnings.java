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
        carryOut(
                earnings.stream()
                        .map(earning -> new LedgerDesk.Ordered(new EarnOrder(earning), newId()))
                        .toList());
    }

    private String newId() {
        return ids.next("pte");
    }

    /**
     * Books in parts what draws from too many lots together: corrections of a long history, or what
     * is taken from a customer who has got it in very small pieces.
     */
    private void carryOut(List<LedgerDesk.Ordered> orders) {
        try {
            var outcomes = desk.carryOut(orders);
            for (var i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Refused<PointsEntry> refused) {
                    bookHalves(orders.get(i), refused);
                }
            }
        } catch (Unsettled e) {
            if (orders.size() == 1) {
                throw new GraphBusy(e);
            }
            var half = orders.size() / 2;
            carryOut(orders.subList(0, half));
            carryOut(orders.subList(half, orders.size()));
        }
    }

    private void bookHalves(LedgerDesk.Ordered ordered, Outcome.Refused<PointsEntry> refused) {
        if (!refused.refusals().contains(LedgerRefusal.TOO_MANY_LOTS)
                || !(ordered.order() instanceof EarnOrder(var earning))
                || earning.amount() > -2) {
            throw new IllegalStateException("What a rule gives was refused: " + refused);
        }
        var half = earning.amount() / 2;
        for (var amount : List.of(half, earning.amount() - half)) {
            carryOut(List.of(new LedgerDesk.Ordered(new EarnOrder(earning.of(amount)), newId())));
        }
    }

    @Override
    public List<Earned> ofCustomers(Collection<String> customerIds) {
        return graph.read(
                EARNED, Map.of("ids", List.copyOf(customerIds)), row -> row.as(Earned.class));
    }
}
