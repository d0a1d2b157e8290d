package dev.grapevine.graph.activity;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

@GraphTest
class ActivitiesIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final RecordActivity REVIEW = review("a-1");

    static final List<RecordActivity> OTHER_CONTENTS =
            List.of(
                    new RecordActivity("a-1", "review.posted", "grace", null, NOON, 1, null),
                    new RecordActivity(
                            "a-1", "review.posted", "ada", null, NOON.plusSeconds(1), 1, null),
                    new RecordActivity("a-1", "review.posted", "ada", null, NOON, 2, null),
                    new RecordActivity(
                            "a-1", "review.posted", "ada", null, NOON, 1, BigDecimal.ONE),
                    new RecordActivity("a-1", "review.posted", "ada", "idea-1", NOON, 1, null));

    @Autowired Activities activities;

    @Autowired Contributions contributions;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAdaAndGrace() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testBrand.enrol(brand, "grace");
        succeeded(
                contributions.submit(
                        call(),
                        brand.key(),
                        new SubmitContribution(
                                "idea-1",
                                "grace",
                                "IDEA",
                                null,
                                null,
                                null,
                                List.of(),
                                0,
                                ContributionStatus.OPEN,
                                NOON)));
    }

    @Test
    void recordsWhoDidWhatWhenAboutWhatAndForHowMuch() {
        var command =
                new RecordActivity(
                        "a-1",
                        "review.posted",
                        "ada",
                        "idea-1",
                        NOON.plusNanos(123_456_789),
                        -3,
                        new BigDecimal("9.90"));
        var activity = succeeded(one(command));
        assertThat(activity.customerId()).isEqualTo(ada.id());
        assertThat(activity.brandId()).isEqualTo(brand.id());
        assertThat(activity.externalId()).isEqualTo("a-1");
        assertThat(activity.quantity()).isEqualTo(-3);
        assertThat(activity.value()).isEqualTo("9.9");
        assertThat(activity.occurredAt()).isEqualTo("2026-03-01T12:00:00.123Z");
        var idea = contributions.byExternalId(Caller.SYSTEM, brand.key(), "idea-1").orElseThrow();
        assertThat(activity.subjectId()).isEqualTo(idea.id());
        assertThat(activities.byIds(Caller.SYSTEM, List.of(activity.id()))).containsValue(activity);
    }

    @Test
    void returnsOneResultForEachOfABatchInOrder() {
        var results =
                record(
                        review("a-1"),
                        new RecordActivity("a-2", "review.posted", "nobody", null, NOON, 1, null),
                        new RecordActivity("a-3", "review.posted", "ada", "nothing", NOON, 1, null),
                        new RecordActivity("a-4", "Review Posted", "ada", null, NOON, 1, null),
                        new RecordActivity("a-5", "referral.made", "ada", null, NOON, 1, null),
                        new RecordActivity(
                                "a-6",
                                "review.posted",
                                "ada",
                                null,
                                OffsetDateTime.parse("2999-01-01T00:00Z"),
                                1,
                                null),
                        new RecordActivity("a 7", "review.posted", "ada", null, NOON, 1, null),
                        new RecordActivity(
                                "a-8", "review.posted", "ada", null, NOON, 1_000_000_001, null),
                        review("a-9"));
        assertThat(results)
                .extracting(TestBrand::rejections)
                .containsExactly(
                        List.of(),
                        List.of("CUSTOMER_NOT_FOUND"),
                        List.of("CONTRIBUTION_NOT_FOUND"),
                        List.of("INVALID_INPUT"),
                        List.of("RESERVED_KIND"),
                        List.of("INVALID_INPUT"),
                        List.of("INVALID_INPUT"),
                        List.of("INVALID_INPUT"),
                        List.of());
        assertThat(succeeded(results.getFirst()).externalId()).isEqualTo("a-1");
        assertThat(succeeded(results.getLast()).externalId()).isEqualTo("a-9");
    }

    @ParameterizedTest
    @FieldSource("dev.grapevine.graph.activity.Activities#SYSTEM_KINDS")
    void reservesTheKindsThatGrapevineRecordsItself(String kind) {
        var command = new RecordActivity("a-1", kind, "ada", null, NOON, 1, null);
        assertThat(rejections(one(command))).containsExactly("RESERVED_KIND");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000_000_000, 0, 1_000_000_000})
    void takesQuantitiesUpToABillion(long quantity) {
        var command = new RecordActivity("a-1", "points.given", "ada", null, NOON, quantity, null);
        assertThat(succeeded(one(command)).quantity()).isEqualTo(quantity);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000_000_001, 1_000_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesLargerQuantities(long quantity) {
        var command = new RecordActivity("a-1", "points.given", "ada", null, NOON, quantity, null);
        assertThat(rejections(one(command))).containsExactly("INVALID_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.3456", "999999999999999.9999", "1e3"})
    void takesMoneyOfFifteenDigitsAndFourDecimals(String value) {
        var activity = succeeded(one(paying(value)));
        assertThat(new BigDecimal(activity.value())).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1000000000000000", "1e20", "1e-900000", "1e900000"})
    void refusesMoneyOfMoreDigits(String value) {
        assertThat(rejections(one(paying(value)))).containsExactly("INVALID_INPUT");
    }

    @Test
    void answersAnActivityThatWasReportedBeforeWithTheFirst() {
        var first = succeeded(one(REVIEW));
        assertThat(one(REVIEW)).isEqualTo(new Result.Success<>(first, true));
    }

    @Test
    void takesTheSameInstantInAnotherZoneForTheSame() {
        var first = succeeded(one(REVIEW));
        var tokyo = OffsetDateTime.parse("2026-03-01T21:00:00+09:00");
        assertThat(one(new RecordActivity("a-1", "review.posted", "ada", null, tokyo, 1, null)))
                .isEqualTo(new Result.Success<>(first, true));
    }

    @Test
    void takesMoneyWrittenWithMoreZerosForTheSame() {
        succeeded(one(paying("9.9")));
        assertThat(one(paying("9.90")))
                .isInstanceOfSatisfying(
                        Result.Success.class, again -> assertThat(again.isReplay()).isTrue());
    }

    @ParameterizedTest
    @FieldSource("OTHER_CONTENTS")
    void refusesAnIdThatWasUsedWithOtherContents(RecordActivity other) {
        succeeded(one(REVIEW));
        assertThat(rejections(one(other))).containsExactly("ACTIVITY_EXTERNAL_ID_REUSED");
    }

    @Test
    void takesTheSameIdUnderAnotherKindForAnotherActivity() {
        var first = succeeded(one(REVIEW));
        var other =
                succeeded(
                        one(new RecordActivity("a-1", "review.liked", "ada", null, NOON, 1, null)));
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void takesTheSameIdAtAnotherBrandForAnotherActivity() {
        var elsewhere = testBrand.newBrand();
        testBrand.enrol(elsewhere, "ada");
        var first = succeeded(one(REVIEW));
        var other =
                succeeded(
                        succeeded(
                                        activities.record(
                                                Caller.SYSTEM, elsewhere.key(), List.of(REVIEW)))
                                .getFirst());
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void recordsADuplicateInOneBatchOnce() {
        var changed = new RecordActivity("a-1", "review.posted", "ada", null, NOON, 2, null);
        var results = record(REVIEW, REVIEW, changed);
        var first = succeeded(results.getFirst());
        assertThat(results.get(1)).isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(results.get(2))).containsExactly("ACTIVITY_EXTERNAL_ID_REUSED");
    }

    @Test
    void refusesMoreThanAHundredAtOnce() {
        assertThat(
                        rejections(
                                activities.record(
                                        Caller.SYSTEM,
                                        brand.key(),
                                        Collections.nCopies(101, REVIEW))))
                .containsExactly("TOO_MANY_ACTIVITIES");
        assertThat(
                        succeeded(
                                activities.record(
                                        Caller.SYSTEM,
                                        brand.key(),
                                        Collections.nCopies(100, REVIEW))))
                .hasSize(100);
    }

    @Test
    void takesAnEmptyBatch() {
        assertThat(record()).isEmpty();
    }

    @Test
    void hidesABrandAndItsActivitiesFromAPartnerOfAnother() {
        var activity = succeeded(one(REVIEW));
        var stranger = callOf(testBrand.newBrand()).caller();
        assertThat(rejections(activities.record(stranger, brand.key(), List.of(REVIEW))))
                .containsExactly("BRAND_NOT_FOUND");
        assertThat(activities.byIds(stranger, List.of(activity.id()))).isEmpty();
        assertThat(activities.byIds(callOf(brand).caller(), List.of(activity.id()))).hasSize(1);
    }

    private List<Result<Activity>> record(RecordActivity... commands) {
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), List.of(commands)));
    }

    private Result<Activity> one(RecordActivity command) {
        return record(command).getFirst();
    }

    private static RecordActivity review(String id) {
        return new RecordActivity(id, "review.posted", "ada", null, NOON, 1, null);
    }

    private static RecordActivity paying(String value) {
        return new RecordActivity("a-1", "order.paid", "ada", null, NOON, 1, new BigDecimal(value));
    }
}
