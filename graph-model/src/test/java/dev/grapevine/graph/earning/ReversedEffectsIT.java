package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.capped;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;
import dev.grapevine.graph.testing.TestLedger;
import dev.grapevine.graph.testing.TestWallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Reversals of rule effects: the lots that they draw from, and the treatment of expired points. */
@GraphTest
class ReversedEffectsIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;
    @Autowired LedgerInvariants invariants;
    @Autowired MovableClock clock;
    @Autowired TestLedger testLedger;
    @Autowired TestBrand testBrand;

    Brand brand;
    TestWallet ada;

    /** Miles expire after ten days; reviews give 60 miles each, at most 100 in total. */
    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        clock.stopAt(MONDAY);
        testLedger.expireAfterDays(brand, "miles", 10, EntryTime.BOOKED);
        ada = testLedger.wallet(brand, "ada", "miles");
        testEarningRules.kinds(brand, List.of(), "review.posted");
        var reviews = in("miles", gives(60, "review.posted"));
        testEarningRules.publish(brand, "reviews", capped(reviews, new Cap(100, Period.ALL_TIME)));
    }

    @AfterEach
    void theLedgerIsRight() {
        invariants.check(brand.id());
    }

    private Activity posted(String id, OffsetDateTime at) {
        return testEarningRules.record(brand, did(id, "review.posted", "ada", at)).getFirst();
    }

    private void cancel(Activity activity) {
        succeeded(
                testEarningRules.activities.cancel(
                        call(), new CancelActivity(activity.id(), "Spam")));
    }

    @Test
    void drawsFromTheLotsOfTheActivityBeforeLotsThatExpireSooner() {
        ada.earn(5, MONDAY.plusDays(1));
        var review = posted("r1", MONDAY);
        cancel(review);
        assertThat(ada.kinds()).containsExactly("EARNED", "EARNED", "DEDUCTED");
        assertThat(testLedger.movesOf(ada.entries().getLast().id()))
                .containsExactly("CONSUMED 60 of 2");
    }

    @Test
    void doesNotTakeExpiredPoints() {
        var review = posted("r1", MONDAY);
        ada.spend(10);
        clock.pass(Duration.ofDays(11));
        ada.earn(30);
        cancel(review);
        assertThat(ada.balance()).isEqualTo(20);
        assertThat(ada.wallet().debt()).isZero();
        assertThat(ada.kinds())
                .containsExactly("EARNED", "REDEEMED", "EXPIRED", "EARNED", "REVERSED", "DEDUCTED");
        var writtenOff = ada.entries().get(4);
        assertThat(writtenOff.amount()).isEqualTo(50);
        assertThat(writtenOff.debit()).isEqualTo("EXPIRED");
        assertThat(writtenOff.credit()).isEqualTo("ISSUED");
    }

    @Test
    void writesOffExpiredPointsOnceDespiteSeveralCorrections() {
        posted("r2", MONDAY);
        clock.pass(Duration.ofDays(11));
        var second = posted("r3", MONDAY.plusDays(11));
        posted("r0", MONDAY.minusDays(2));
        posted("r1", MONDAY.minusDays(1));
        cancel(second);
        // The 60 of the first review have expired: first 20, then 40 are written off.
        assertThat(ada.entries())
                .filteredOn(entry -> entry.kind().equals("REVERSED"))
                .extracting(entry -> entry.amount())
                .containsExactly(20L, 40L);
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(ada.wallet().debt()).isZero();
    }

    @Test
    void countsPointsThatAReversalTookOrWroteOffOrTurnedIntoDebt() {
        var review = posted("r1", MONDAY);
        var earned = ada.entries().getLast();
        ada.spend(25);
        ada.earn(10);
        clock.pass(Duration.ofDays(11));
        ada.reverse(earned);
        var before = ada.entries().size();
        assertThat(ada.wallet().debt()).isEqualTo(25);
        cancel(review);
        assertThat(ada.entries()).hasSize(before);
        assertThat(ada.wallet().debt()).isEqualTo(25);
    }

    @Test
    void reversalTakesThePointsThatTheRuleHasNotTaken() {
        posted("r2", MONDAY);
        posted("r1", MONDAY.minusDays(1));
        posted("r0", MONDAY.minusDays(2));
        // The first entry lost 20, then 40: 100 remain, of the other two.
        var earned = ada.entries().getFirst();
        assertThat(ada.balance()).isEqualTo(100);
        assertThat(ada.tryReverse(earned, null).toString()).contains("ALREADY_REVERSED");
    }

    @Test
    void reversalTakesNoPointsThatTheRuleHasWrittenOff() {
        posted("r2", MONDAY);
        posted("r3", MONDAY.plusHours(1));
        var earned = ada.entries().getFirst();
        clock.pass(Duration.ofDays(11));
        posted("r1", MONDAY.minusDays(1));
        assertThat(ada.tryReverse(earned, 61L).toString()).contains("REVERSAL_TOO_LARGE");
        var second = ada.entries().get(1);
        assertThat(second.amount()).isEqualTo(40);
        assertThat(ada.tryReverse(second, null).toString()).contains("ALREADY_REVERSED");
        ada.reverse(earned);
        assertThat(ada.balance()).isEqualTo(60);
        assertThat(ada.wallet().debt()).isZero();
    }

    @Test
    void takesTheRestAfterAReversalInPart() {
        var review = posted("r1", MONDAY);
        var earned = ada.entries().getLast();
        succeeded(ada.tryReverse(earned, 20L));
        clock.pass(Duration.ofDays(11));
        cancel(review);
        assertThat(ada.balance()).isZero();
        assertThat(ada.wallet().debt()).isZero();
        assertThat(ada.entries().getLast().amount()).isEqualTo(40);
        assertThat(ada.entries().getLast().debit()).isEqualTo("EXPIRED");
    }
}
