package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

@GraphTest
class SplitBackfillIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired PointsLedger ledger;

    @Autowired LedgerInvariants invariants;

    @Autowired TestBrand testBrand;

    @Test
    void postsSeveralEntriesForMoreLotsThanOneEntryDrawsFrom() {
        var brand = testBrand.newBrand();
        var ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "order.returned");
        testEarningRules.publish(brand, "returns", gives(-5_050, "order.returned"));
        var point = new AwardPoints(ada.id(), 1, "A point", null);
        for (var lots = 0; lots < 5_100; lots += 100) {
            var batch =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> new PointsLedger.Award(callOf(brand), point))
                            .toList();
            assertThat(ledger.awardAll(batch)).allMatch(one -> rejections(one).isEmpty());
        }
        testEarningRules.record(brand, did("o1", "order.returned", "ada", MONDAY));
        assertThat(testEarningRules.balance(ada)).isEqualTo(50);
        assertThat(testEarningRules.entries(ada).subList(0, 2))
                .extracting(PointsEntry::amount)
                .containsExactly(2_525L, 2_525L);
        invariants.check(brand.id());
    }
}
