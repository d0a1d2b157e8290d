package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.capped;
import static dev.grapevine.graph.testing.TestEarningRules.did;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.statement.Statements;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.LedgerInvariants;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cancellations of a past that is replayed: one by one or many, at the times at which they were.
 */
@GraphTest
class CancellationTimesIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;
    @Autowired Statements statements;
    @Autowired LedgerInvariants invariants;
    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void giveTenPointsForAReview() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(brand, List.of(), "review.posted");
        testEarningRules.publish(brand, "reviews", gives(10, "review.posted"));
    }

    @AfterEach
    void theLedgerIsRight() {
        invariants.check(brand.id());
    }

    private Activity posted(String id, OffsetDateTime at) {
        return testEarningRules.record(brand, did(id, "review.posted", "ada", at)).getFirst();
    }

    private static CancelActivity cancellation(Activity activity, OffsetDateTime at) {
        return new CancelActivity(activity.id(), "Spam", at);
    }

    private List<Result<Activity>> cancel(CancelActivity... commands) {
        return succeeded(testEarningRules.activities.cancelAll(call().caller(), List.of(commands)));
    }

    private long balanceAt(OffsetDateTime at) {
        var id = testEarningRules.wallet(ada).id();
        return statements.balancesAt(List.of(id), at, EntryTime.EFFECTIVE).get(id);
    }

    @Test
    void pointsCountUntilTheirActivityWasCancelled() {
        var first = posted("r1", MONDAY);
        var second = posted("r2", MONDAY.plusDays(1));
        var third = posted("r3", MONDAY.plusDays(2));
        var results =
                cancel(
                        cancellation(third, MONDAY.plusDays(9)),
                        cancellation(first, MONDAY.plusDays(5)),
                        cancellation(second, MONDAY.plusDays(9)));
        assertThat(results).allSatisfy(it -> assertThat(rejections(it)).isEmpty());
        assertThat(balanceAt(MONDAY.plusDays(4))).isEqualTo(30);
        assertThat(balanceAt(MONDAY.plusDays(5))).isEqualTo(20);
        assertThat(balanceAt(MONDAY.plusDays(9))).isZero();
        assertThat(testEarningRules.entries(ada))
                .filteredOn(entry -> entry.kind().equals("DEDUCTED"))
                .extracting(PointsEntry::effectiveAt)
                .containsExactlyInAnyOrder(
                        MONDAY.plusDays(5), MONDAY.plusDays(9), MONDAY.plusDays(9));
    }

    @Test
    void aCorrectionBecauseAnActivityCameLateIsAsOfTheCorrectedActivity() {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(10, Period.DAY)));
        posted("r2", MONDAY.plusHours(2));
        posted("r1", MONDAY);
        assertThat(balanceAt(MONDAY.plusHours(1))).isEqualTo(10);
        assertThat(balanceAt(MONDAY.plusHours(2))).isEqualTo(10);
        assertThat(testEarningRules.entries(ada).getFirst().effectiveAt())
                .isEqualTo(MONDAY.plusHours(2));
    }

    @Test
    void whatACancellationGivesToLaterActivitiesIsAsOfThose() {
        testEarningRules.publish(
                brand, "reviews", capped(gives(10, "review.posted"), new Cap(10, Period.YEAR)));
        var first = posted("r1", MONDAY);
        posted("r2", MONDAY.plusDays(7));
        cancel(cancellation(first, MONDAY.plusDays(1)));
        assertThat(balanceAt(MONDAY.plusHours(1))).isEqualTo(10);
        assertThat(balanceAt(MONDAY.plusDays(2))).isZero();
        assertThat(balanceAt(MONDAY.plusDays(7))).isEqualTo(10);
    }

    @Test
    void anotherTimeOfACancellationIsNotTheSameCancellation() {
        var first = posted("r1", MONDAY);
        cancel(cancellation(first, MONDAY.plusDays(5)));
        var again =
                cancel(
                        cancellation(first, MONDAY.plusDays(6)),
                        new CancelActivity(first.id(), "Spam"));
        assertThat(rejections(again.getFirst())).containsExactly("ALREADY_CANCELLED");
        assertThat(rejections(again.getLast())).isEmpty();
    }

    @Test
    void oneRefusedCancellationChangesNoOther() {
        var first = posted("r1", MONDAY);
        var second = posted("r2", MONDAY.plusDays(1));
        var results =
                cancel(
                        new CancelActivity("act_none", "Spam"),
                        cancellation(first, MONDAY.minusDays(1)),
                        new CancelActivity(first.id(), " "),
                        new CancelActivity(first.id(), "Spam", OffsetDateTime.now().plusYears(1)),
                        new CancelActivity(second.id(), "Spam"),
                        new CancelActivity(second.id(), "Spam"),
                        new CancelActivity(second.id(), "Another reason"));
        assertThat(results)
                .extracting(it -> String.join(",", rejections(it)))
                .containsExactly(
                        "ACTIVITY_NOT_FOUND",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "INVALID_INPUT",
                        "",
                        "",
                        "ALREADY_CANCELLED");
        assertThat(results)
                .extracting(
                        it -> it instanceof Result.Success<Activity>(_, var isReplay) && isReplay)
                .containsExactly(false, false, false, false, false, true, false);
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    @Test
    void aRepeatedCallHasNoFurtherEffect() {
        var first = posted("r1", MONDAY);
        posted("r2", MONDAY.plusDays(1));
        cancel(cancellation(first, MONDAY.plusDays(5)));
        cancel(cancellation(first, MONDAY.plusDays(5)));
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
        assertThat(testEarningRules.entries(ada)).hasSize(3);
    }

    @Test
    void othersAreNotToldOfAnActivityThatTheyMayNotSee() {
        var first = posted("r1", MONDAY);
        var stranger = TestBrand.callOf(testBrand.newBrand()).caller();
        var results =
                succeeded(
                        testEarningRules.activities.cancelAll(
                                stranger, List.of(new CancelActivity(first.id(), "Spam"))));
        assertThat(rejections(results.getFirst())).containsExactly("ACTIVITY_NOT_FOUND");
        assertThat(testEarningRules.balance(ada)).isEqualTo(10);
    }

    @Test
    void takesAHundredAtOnceAndNoMore() {
        var commands =
                IntStream.range(0, 101).mapToObj(i -> new CancelActivity("act_" + i, "Spam"));
        assertThat(
                        rejections(
                                testEarningRules.activities.cancelAll(
                                        call().caller(), commands.toList())))
                .containsExactly("TOO_MANY_ACTIVITIES");
        var hundred = Collections.nCopies(100, new CancelActivity("act_none", "Spam"));
        assertThat(succeeded(testEarningRules.activities.cancelAll(call().caller(), hundred)))
                .hasSize(100);
    }
}
