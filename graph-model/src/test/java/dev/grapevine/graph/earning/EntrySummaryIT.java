package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.succeeded;
import static dev.grapevine.graph.testing.TestEarningRules.gives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.CancelActivity;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.activity.kind.ActivityDomain;
import dev.grapevine.graph.activity.kind.ActivityKinds;
import dev.grapevine.graph.activity.kind.CreateActivityKind;
import dev.grapevine.graph.activity.kind.Direction;
import dev.grapevine.graph.activity.kind.PurchaseStage;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.explain.Explanations;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the explanation of an entry tells its customer. */
@GraphTest
class EntrySummaryIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired ActivityKinds kinds;

    @Autowired Contributions contributions;

    @Autowired PointsLedger ledger;

    @Autowired Explanations explanations;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        succeeded(
                kinds.create(
                        call(),
                        brand.key(),
                        new CreateActivityKind(
                                "answer.upvoted",
                                "An answer of yours was voted up",
                                ActivityDomain.MARKETING,
                                null,
                                Direction.INBOUND,
                                PurchaseStage.AFTER_SALE,
                                true,
                                false,
                                List.of())));
        testEarningRules.publish(brand, "karma", gives(10, "answer.upvoted"));
    }

    private void submit(String externalId, @Nullable String title, @Nullable String inReplyTo) {
        succeeded(
                contributions.submit(
                        call(),
                        brand.key(),
                        new SubmitContribution(
                                externalId,
                                "ada",
                                "ANSWER",
                                title,
                                null,
                                inReplyTo,
                                List.of(),
                                0,
                                ContributionStatus.OPEN,
                                MONDAY)));
    }

    private void upvoted(String id, @Nullable String contribution) {
        testEarningRules.record(
                brand,
                new RecordActivity(id, "answer.upvoted", "ada", contribution, MONDAY, 1, null));
    }

    /** Returns the summaries of all entries of the customer, earliest first. */
    private List<String> summaries() {
        return testEarningRules.entries(ada).reversed().stream()
                .map(entry -> explanations.explain(Caller.SYSTEM, entry.id()).orElseThrow())
                .map(explanation -> explanation.summary())
                .toList();
    }

    @Test
    void namesTheKindAndTheContributionOrWhatItRepliesTo() {
        submit("question", "How do I brew tea?", null);
        submit("answer", null, "question");
        upvoted("v1", "answer");
        upvoted("v2", "question");
        upvoted("v3", null);
        assertThat(summaries())
                .containsExactly(
                        "You earned 10 points on 2 March 2026: An answer of yours was voted up"
                                + " (“How do I brew tea?”).",
                        "You earned 10 points on 2 March 2026: An answer of yours was voted up"
                                + " (“How do I brew tea?”).",
                        "You earned 10 points on 2 March 2026: An answer of yours was voted up.");
    }

    @Test
    void saysWhatALimitTookOff() {
        testEarningRules.cap(brand, "karma-a-day", 15, Period.DAY, "karma");
        upvoted("v1", null);
        upvoted("v2", null);
        assertThat(summaries().getLast())
                .isEqualTo(
                        "You earned 5 points on 2 March 2026: An answer of yours was voted up."
                                + " Reduced to 5 by the limit “karma-a-day”: at most 15 a day.");
    }

    @Test
    void saysWhyPointsWereTakenBack() {
        upvoted("v1", null);
        var activityId = testEarningRules.entries(ada).getFirst().causedBy();
        succeeded(
                testEarningRules.activities.cancel(
                        call(),
                        new CancelActivity(
                                Objects.requireNonNull(activityId), "Voted by a friend")));
        var today =
                DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                        .format(testEarningRules.entries(ada).getFirst().bookedAt());
        assertThat(summaries())
                .satisfiesExactly(
                        earned ->
                                assertThat(earned)
                                        .startsWith("You earned 10 points on 2 March 2026")
                                        .endsWith(" It was cancelled: “Voted by a friend”."),
                        taken ->
                                assertThat(taken)
                                        .startsWith("You lost 10 points on " + today)
                                        .endsWith(" It was cancelled: “Voted by a friend”."));
    }

    @Test
    void givesTheReasonOfTheCallerWhereNoActivityIsTheCause() {
        succeeded(
                ledger.award(
                        call(),
                        new AwardPoints(
                                ada.id(),
                                "points",
                                1_500,
                                "Thank you, Ada",
                                null,
                                null,
                                MONDAY,
                                null,
                                false,
                                null)));
        assertThat(summaries())
                .containsExactly("You earned 1,500 points on 2 March 2026 (“Thank you, Ada”).");
    }

    private PointsEntry award(long amount, @Nullable String causedBy, boolean awaitsConfirmation) {
        return succeeded(
                ledger.award(
                        call(),
                        new AwardPoints(
                                ada.id(),
                                "points",
                                amount,
                                "A gift",
                                null,
                                causedBy,
                                MONDAY,
                                null,
                                awaitsConfirmation,
                                null)));
    }

    private PointsEntry reverse(PointsEntry entry, @Nullable Long amount) {
        return succeeded(
                ledger.reverse(
                        call(),
                        new ReverseEntry(
                                entry.id(),
                                amount,
                                ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY,
                                "An error")));
    }

    private String summary(PointsEntry entry) {
        return explanations.explain(Caller.SYSTEM, entry.id()).orElseThrow().summary();
    }

    @Test
    void doesNotTakeWhatAnotherCustomerDidForADeedOfThisOne() {
        var grace = testBrand.enrol(brand, "grace");
        testEarningRules.record(
                brand, new RecordActivity("v1", "answer.upvoted", "grace", null, MONDAY, 1, null));
        var cause = testEarningRules.entries(grace).getFirst().causedBy();
        assertThat(summary(award(1, cause, false)))
                .isEqualTo("You earned 1 points on 2 March 2026 (“A gift”).");
    }

    @Test
    void tellsAPartOfAReversalFromTheWhole() {
        var part = award(100, null, false);
        reverse(part, 40L);
        assertThat(summary(part))
                .startsWith("You earned 100 points on 2 March 2026 (“A gift”). A part of it, 40")
                .contains(" points, was taken back on ")
                .endsWith(" (“An error”).");
        var whole = award(100, null, true);
        assertThat(summary(whole)).startsWith("You earned 100 points, at first pending, on ");
        assertThat(summary(reverse(whole, null))).startsWith("You lost 100 points on ");
        assertThat(summary(whole)).contains("All of it was taken back on ");
    }

    @Test
    void saysThatASpendingCameBack() {
        award(100, null, false);
        var spent = succeeded(ledger.redeem(call(), new RedeemPoints(ada.id(), 30, "Tea", MONDAY)));
        assertThat(summary(spent)).isEqualTo("You spent 30 points on 2 March 2026 (“Tea”).");
        assertThat(summary(reverse(spent, null))).startsWith("You got back 30 points on ");
        assertThat(summary(spent)).contains("All of it came back on ").endsWith("(“An error”).");
    }
}
