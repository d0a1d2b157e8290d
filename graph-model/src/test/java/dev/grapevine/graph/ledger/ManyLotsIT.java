package dev.grapevine.graph.ledger;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.posting.DueEventsPending;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;
import dev.grapevine.graph.ledger.posting.RedeemCommand;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.IntStream;

/** Tests of a wallet with more lots than one command may draw from. */
@GraphTest
class ManyLotsIT {

    private static final int LOTS = 6_000;

    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;
    @Autowired PointsLedger ledger;
    @Autowired LedgerInvariants invariants;
    @Autowired LedgerExecutor executor;
    @Autowired GraphClient graph;
    @Autowired Ids ids;

    Brand brand;
    TestWallet ada;

    @BeforeEach
    void awardSinglePoints() {
        brand = testBrand.newBrand();
        ada = testLedger.wallet(brand, "ada");
        for (var lots = 0; lots < LOTS; lots += PointsLedger.MAX_BATCH) {
            var batch =
                    IntStream.range(0, PointsLedger.MAX_BATCH)
                            .mapToObj(_ -> ada.award(1, null, null, false, null))
                            .map(award -> new PointsLedger.Award(callOf(brand), award))
                            .toList();
            assertThat(ledger.awardAll(batch)).allMatch(one -> rejections(one).isEmpty());
        }
    }

    @Test
    void requiresFewerCommandsIfTogetherTheyNeedTooManyLots() {
        var spend = new RedeemPoints(ada.customer().id(), 140, "A coffee", null);
        var commands =
                IntStream.range(0, 40)
                        .mapToObj(_ -> new RedeemCommand(Caller.SYSTEM, spend))
                        .map(
                                command ->
                                        new LedgerExecutor.QueuedCommand(
                                                command, ids.next("pte"), null))
                        .toList();
        assertThatThrownBy(() -> graph.inOneTransaction(() -> executor.execute(commands)))
                .isInstanceOf(DueEventsPending.class);
        assertThat(ada.balance()).isEqualTo(LOTS);
    }

    @Test
    void rejectsOneLargeRedemptionAndExecutesManySmallOnes() throws Exception {
        assertThat(rejections(ada.trySpend(5_500))).containsExactly("TOO_MANY_LOTS");
        var results = race(copies(40, () -> ada.trySpend(140)));
        assertThat(results).allMatch(result -> rejections(result).isEmpty());
        assertThat(ada.balance()).isEqualTo(LOTS - 40 * 140);
        assertThat(rejections(ada.trySpend(LOTS))).containsExactly("INSUFFICIENT_POINTS");
        invariants.check(brand.id());
    }
}
