package dev.grapevine.graph.points;

import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.copies;
import static dev.grapevine.graph.testing.World.race;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.Purse;
import dev.grapevine.graph.testing.Till;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.IntStream;

/** A wallet of more lots than one command may draw from. */
@GraphTest
class ManyLotsIT {

    private static final int LOTS = 6_000;

    @Autowired Till till;
    @Autowired World world;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;
    @Autowired LedgerDesk desk;
    @Autowired Graph graph;
    @Autowired Ids ids;

    Brand brand;
    Purse ada;

    @BeforeEach
    void earnPointByPoint() {
        brand = world.newBrand();
        ada = till.purse(brand, "ada");
        for (var lots = 0; lots < LOTS; lots += PointsLedger.LARGEST_BATCH) {
            var batch =
                    IntStream.range(0, PointsLedger.LARGEST_BATCH)
                            .mapToObj(_ -> ada.award(1, null, null, false, null))
                            .map(award -> new PointsLedger.Award(callOf(brand), award))
                            .toList();
            assertThat(ledger.awardAll(batch)).allMatch(one -> refusals(one).isEmpty());
        }
    }

    @Test
    void asksForFewerWhereManyTogetherNeedTooManyLots() {
        var spend = new RedeemPoints(ada.customer().id(), 140, "A coffee", null);
        var orders =
                IntStream.range(0, 40)
                        .mapToObj(_ -> new SpendOrder(Caller.GRAPEVINE, spend))
                        .map(order -> new LedgerDesk.Ordered(order, ids.next("pte")))
                        .toList();
        assertThatThrownBy(() -> graph.inOneTransaction(() -> desk.carryOut(orders)))
                .isInstanceOf(Unsettled.class);
        assertThat(ada.balance()).isEqualTo(LOTS);
    }

    @Test
    void refusesToDrawFromTooManyAtOnceAndServesManyWhoDrawFromFew() throws Exception {
        assertThat(refusals(ada.trySpend(5_500))).containsExactly("TOO_MANY_LOTS");
        var outcomes = race(copies(40, () -> ada.trySpend(140)));
        assertThat(outcomes).allMatch(outcome -> refusals(outcome).isEmpty());
        assertThat(ada.balance()).isEqualTo(LOTS - 40 * 140);
        assertThat(refusals(ada.trySpend(LOTS))).containsExactly("INSUFFICIENT_POINTS");
        invariants.check(brand.id());
    }
}
