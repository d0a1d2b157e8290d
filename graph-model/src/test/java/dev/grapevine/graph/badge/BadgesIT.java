package dev.grapevine.graph.badge;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.referral.Referrals;
import dev.grapevine.graph.referral.RegisterReferral;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class BadgesIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final CreateBadge CRITIC =
            CreateBadge.counting("critic", "Critic", "Three reviews", "review.posted", 3);
    private static final CreateBadge FOUNDER = new CreateBadge("founder", "Founder", null, null);

    static final List<CreateBadge> WRONG =
            List.of(
                    CreateBadge.counting("critic", "Critic", null, "", 3),
                    CreateBadge.counting("critic", "Critic", null, "review.posted", 0),
                    CreateBadge.counting("critic", "Critic", null, "review.posted", 1_000_001),
                    CreateBadge.counting("critic", "Critic", null, "Review Posted", 3),
                    new CreateBadge("C", "Critic", null, null),
                    new CreateBadge("critic", "", null, null),
                    new CreateBadge("critic", "Critic", "x".repeat(501), null));

    @Autowired Badges badges;

    @Autowired Activities activities;

    @Autowired Customers customers;

    @Autowired Referrals referrals;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
    }

    @Test
    void areAwardedWithTheActivityThatReachesTheThreshold() {
        var critic = succeeded(create(CRITIC));
        review(2);
        assertThat(awards(ada)).isEmpty();
        review(1);
        assertThat(awards(ada))
                .singleElement()
                .satisfies(
                        award -> {
                            assertThat(award.badgeId()).isEqualTo(critic.id());
                            assertThat(award.reason()).isEqualTo("THRESHOLD_REACHED");
                            assertThat(award.measuredValue()).isEqualTo(3);
                            assertThat(award.awardedBy()).isEqualTo("grapevine");
                        });
    }

    @Test
    void areAwardedOnceHoweverManyActivitiesFollow() {
        succeeded(create(CRITIC));
        review(10);
        review(10);
        assertThat(awards(ada)).hasSize(1);
    }

    @Test
    void areNotAwardedForActivitiesOfAnotherKind() {
        succeeded(create(CreateBadge.counting("payer", "Payer", null, "order.paid", 1)));
        review(5);
        assertThat(awards(ada)).isEmpty();
    }

    @Test
    void areAwardedForSystemActivities() {
        succeeded(create(CreateBadge.counting("host", "Host", null, "referral.made", 1)));
        var grace = testBrand.enrol(brand, "grace");
        succeeded(
                referrals.register(call(), new RegisterReferral(ada.id(), grace.id(), null, null)));
        assertThat(awards(ada)).hasSize(1);
        assertThat(awards(grace)).isEmpty();
    }

    @Test
    void areAwardedOnceWhenTheThresholdIsReachedInManyThreads() throws Exception {
        succeeded(create(CRITIC));
        race(
                copies(
                        24,
                        (Callable<Object>)
                                () -> {
                                    review(1);
                                    return ada;
                                }));
        assertThat(awards(ada)).singleElement().extracting(BadgeAward::measuredValue).isEqualTo(3L);
    }

    @Test
    void areAwardedByTheBackfillToCustomersWhoReachedTheThresholdBefore() {
        var grace = testBrand.enrol(brand, "grace");
        review(3);
        var critic = succeeded(create(CRITIC));
        assertThat(awards(ada)).extracting(BadgeAward::badgeId).containsExactly(critic.id());
        assertThat(awards(grace)).isEmpty();
    }

    @Test
    void areAwardedByTheBackfillToMoreThanOneBatchOfCustomers() {
        var names = IntStream.range(0, 1_001).mapToObj(place -> "u" + place).toList();
        var people =
                customers
                        .enrolAll(
                                brand.id(),
                                names.stream()
                                        .map(name -> new EnrolCustomer(name, null, null))
                                        .toList())
                        .stream()
                        .map(TestBrand::succeeded)
                        .toList();
        activities.recordAll(
                brand.id(),
                names.stream()
                        .map(
                                name ->
                                        new RecordActivity(
                                                "r-" + name,
                                                "review.posted",
                                                name,
                                                null,
                                                NOON,
                                                1,
                                                null))
                        .toList());
        succeeded(create(CreateBadge.counting("reader", "Reader", null, "review.posted", 1)));
        var awarded =
                badges.ofCustomers(
                        people.stream().map(Customer::id).toList(), PageRequest.first(2));
        assertThat(awarded)
                .hasSize(1_001)
                .allSatisfy((_, page) -> assertThat(page.items()).hasSize(1));
    }

    @Test
    void areAwardedManuallyWithANote() {
        var founder = succeeded(create(FOUNDER));
        var partner = callOf(brand);
        var award =
                succeeded(
                        badges.award(
                                partner,
                                new AwardBadge(ada.id(), founder.id(), "The first of us")));
        assertThat(award.reason()).isEqualTo("MANUAL");
        assertThat(award.note()).isEqualTo("The first of us");
        assertThat(award.awardedBy()).isEqualTo(partner.caller().id());
        assertThat(awards(ada)).containsExactly(award);
        assertThat(badges.awardsByIds(Caller.SYSTEM, List.of(award.id())))
                .isEqualTo(Map.of(award.id(), award));
    }

    @Test
    void areNotAwardedASecondTime() {
        var critic = succeeded(create(CRITIC));
        succeeded(award(ada, critic));
        assertThat(rejections(award(ada, critic))).containsExactly("ALREADY_AWARDED");
        review(3);
        assertThat(awards(ada)).singleElement().extracting(BadgeAward::reason).isEqualTo("MANUAL");
    }

    @Test
    void areAwardedOnceUnderARepeatedKey() {
        var command = new AwardBadge(ada.id(), succeeded(create(FOUNDER)).id(), null);
        var call = call();
        var first = succeeded(badges.award(call, command));
        assertThat(badges.award(call, command)).isEqualTo(new Result.Success<>(first, true));
    }

    @Test
    void ofAnotherBrandAreUnknown() {
        var elsewhere = testBrand.newBrand();
        var theirs = succeeded(badges.create(call(), elsewhere.key(), FOUNDER, new Validation()));
        assertThat(rejections(award(ada, theirs))).containsExactly("BADGE_NOT_FOUND");
        assertThat(
                        rejections(
                                badges.award(
                                        callOf(elsewhere),
                                        new AwardBadge(ada.id(), theirs.id(), null))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(badges.byIds(callOf(brand).caller(), List.of(theirs.id()))).isEmpty();
        assertThat(awards(ada)).isEmpty();
    }

    @Test
    void haveAKeyOfTheirOwnInTheirBrand() {
        succeeded(create(CRITIC));
        assertThat(rejections(create(new CreateBadge("critic", "Another", null, null))))
                .containsExactly("BADGE_KEY_TAKEN");
        succeeded(badges.create(call(), testBrand.newBrand().key(), CRITIC, new Validation()));
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void areRefusedWhenTheyAreWrong(CreateBadge wrong) {
        assertThat(rejections(create(wrong))).isNotEmpty().containsOnly("INVALID_INPUT");
    }

    @Test
    void areDefinedOnceUnderARepeatedKeyAndForOneBrand() {
        var call = call();
        var first = succeeded(badges.create(call, brand.key(), CRITIC, new Validation()));
        assertThat(badges.create(call, brand.key(), CRITIC, new Validation()))
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(
                        rejections(
                                badges.create(
                                        call,
                                        testBrand.newBrand().key(),
                                        CRITIC,
                                        new Validation())))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void letsOneOfManyWinWhoDefineABadgeUnderTheSameKeyAtOnce() throws Exception {
        Callable<Result<Badge>> definition =
                () -> create(new CreateBadge("only-one", "Only one", null, null));
        var results = race(IntStream.range(0, 8).mapToObj(_ -> definition).toList());
        assertThat(results.stream().filter(result -> rejections(result).isEmpty())).hasSize(1);
        assertThat(results.stream().map(TestBrand::rejections).filter(codes -> !codes.isEmpty()))
                .hasSize(7)
                .allSatisfy(codes -> assertThat(codes).containsExactly("BADGE_KEY_TAKEN"));
    }

    private Result<Badge> create(CreateBadge command) {
        return badges.create(call(), brand.key(), command, new Validation());
    }

    private Result<BadgeAward> award(Customer customer, Badge badge) {
        return badges.award(call(), new AwardBadge(customer.id(), badge.id(), null));
    }

    private void review(int times) {
        var commands =
                IntStream.range(0, times)
                        .mapToObj(
                                _ ->
                                        new RecordActivity(
                                                UUID.randomUUID().toString(),
                                                "review.posted",
                                                "ada",
                                                null,
                                                NOON,
                                                1,
                                                null))
                        .toList();
        succeeded(activities.record(Caller.SYSTEM, brand.key(), commands))
                .forEach(TestBrand::succeeded);
    }

    private List<BadgeAward> awards(Customer customer) {
        return badges.ofCustomers(List.of(customer.id()), PageRequest.first(100))
                .get(customer.id())
                .items();
    }
}
