package dev.grapevine.graph.referral;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.activity.Activity;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@GraphTest
class ReferralsIT {

    private static final Map<String, @Nullable Object> ALL_KINDS =
            Collections.singletonMap("kinds", null);

    @Autowired Referrals referrals;

    @Autowired Activities activities;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;
    Customer grace;

    @BeforeEach
    void enrolAdaAndGrace() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        grace = testBrand.enrol(brand, "grace");
    }

    @Test
    void registersWhoBroughtWhomAndWhenAndByWhichCode() {
        var when = OffsetDateTime.parse("2026-03-01T12:00:00.123Z");
        var referral =
                succeeded(
                        referrals.register(
                                call(),
                                new RegisterReferral(ada.id(), grace.id(), "SPRING", when)));
        assertThat(referral.referrer()).isEqualTo(ada);
        assertThat(referral.referee()).isEqualTo(grace);
        assertThat(referral.referredAt()).isEqualTo(when);
        assertThat(referral.code()).isEqualTo("SPRING");
        assertThat(referrals.byReferee(List.of(grace.id(), ada.id())))
                .containsExactly(Map.entry(grace.id(), referral));
        assertThat(referrals.byIds(Caller.SYSTEM, List.of(referral.id()))).containsValue(referral);
    }

    @Test
    void recordsTheActivityForTheReferrer() {
        var referral = succeeded(refer(ada, grace));
        assertThat(activitiesOf(ada))
                .singleElement()
                .satisfies(
                        activity -> {
                            assertThat(activity.kind()).isEqualTo("referral.made");
                            assertThat(activity.occurredAt()).isEqualTo(referral.referredAt());
                        });
        assertThat(activitiesOf(grace)).isEmpty();
    }

    @Test
    void recordsNothingForARefusedReferral() {
        refer(ada, ada);
        assertThat(activitiesOf(ada)).isEmpty();
    }

    @Test
    void refusesASelfReferral() {
        assertThat(rejections(refer(ada, ada))).containsExactly("SELF_REFERRAL");
    }

    @Test
    void refusesASecondReferrer() {
        var alan = testBrand.enrol(brand, "alan");
        succeeded(refer(ada, grace));
        assertThat(rejections(refer(alan, grace))).containsExactly("ALREADY_REFERRED");
        assertThat(rejections(refer(ada, grace))).containsExactly("ALREADY_REFERRED");
        assertThat(chainOf(grace)).containsExactly("ada");
    }

    @Test
    void refusesACycleOfTwo() {
        succeeded(refer(ada, grace));
        assertThat(rejections(refer(grace, ada))).containsExactly("REFERRAL_CYCLE");
        assertThat(chainOf(ada)).isEmpty();
    }

    @Test
    void refusesACycleOfThirty() {
        var people =
                IntStream.range(0, 30)
                        .mapToObj(index -> testBrand.enrol(brand, "katherine-" + index))
                        .toList();
        for (var index = 1; index < people.size(); index++) {
            succeeded(refer(people.get(index - 1), people.get(index)));
        }
        assertThat(rejections(refer(people.getLast(), people.getFirst())))
                .containsExactly("REFERRAL_CYCLE");
        assertThat(chainOf(people.getLast())).hasSize(29);
    }

    @Test
    void refusesCustomersWhoDoNotExist() {
        var nobody = new RegisterReferral("cus_nobody", grace.id(), null, null);
        assertThat(rejections(referrals.register(call(), nobody)))
                .containsExactly("CUSTOMER_NOT_FOUND");
        var refersNobody = new RegisterReferral(ada.id(), "cus_nobody", null, null);
        assertThat(referrals.register(call(), refersNobody))
                .isInstanceOfSatisfying(
                        Result.Rejected.class,
                        rejected ->
                                assertThat(rejected.toString())
                                        .contains("cus_nobody", "[referee]"));
    }

    @Test
    void refusesAReferralAcrossBrands() {
        var stranger = testBrand.enrol(testBrand.newBrand(), "mary");
        assertThat(rejections(refer(ada, stranger))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(rejections(refer(stranger, ada))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(referrals.byReferee(List.of(ada.id(), stranger.id()))).isEmpty();
    }

    @Test
    void refusesAReferralAcrossBrandsAmongManyAsWell() {
        var stranger = testBrand.enrol(testBrand.newBrand(), "mary");
        var results =
                referrals.registerAll(
                        brand.id(),
                        List.of(
                                new RegisterReferral(ada.id(), stranger.id(), null, null),
                                new RegisterReferral(ada.id(), grace.id(), null, null)));
        assertThat(results)
                .extracting(TestBrand::rejections)
                .containsExactly(List.of("CUSTOMER_NOT_FOUND"), List.of());
    }

    @Test
    void hidesCustomersAndReferralsOfOtherBrandsFromAPartner() {
        var referral = succeeded(refer(ada, grace));
        var stranger = callOf(testBrand.newBrand());
        var command =
                new RegisterReferral(grace.id(), testBrand.enrol(brand, "alan").id(), null, null);
        assertThat(rejections(referrals.register(stranger, command)))
                .containsExactly("CUSTOMER_NOT_FOUND", "CUSTOMER_NOT_FOUND");
        assertThat(referrals.byIds(stranger.caller(), List.of(referral.id()))).isEmpty();
        assertThat(referrals.byIds(callOf(brand).caller(), List.of(referral.id()))).hasSize(1);
    }

    @Test
    void answersARepeatedKeyWithTheFirstReferral() {
        var call = call();
        var command = new RegisterReferral(ada.id(), grace.id(), "SPRING", null);
        var first = succeeded(referrals.register(call, command));
        assertThat(referrals.register(call, command)).isEqualTo(new Result.Success<>(first, true));
        assertThat(activitiesOf(ada)).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherReferral() {
        var call = call();
        succeeded(referrals.register(call, new RegisterReferral(ada.id(), grace.id(), null, null)));
        var other = new RegisterReferral(grace.id(), ada.id(), null, null);
        assertThat(rejections(referrals.register(call, other)))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2999-01-01T00:00:00Z"})
    void refusesTimesOutsideTheCalendar(String time) {
        var command = new RegisterReferral(ada.id(), grace.id(), null, OffsetDateTime.parse(time));
        assertThat(rejections(referrals.register(call(), command)))
                .containsExactly("INVALID_INPUT");
        assertThat(referrals.byReferee(List.of(grace.id()))).isEmpty();
    }

    @Test
    void refusesACodeThatIsTooLong() {
        var command = new RegisterReferral(ada.id(), grace.id(), "x".repeat(65), null);
        assertThat(rejections(referrals.register(call(), command)))
                .containsExactly("INVALID_INPUT");
    }

    private Result<Referral> refer(Customer referrer, Customer referee) {
        return referrals.register(
                call(), new RegisterReferral(referrer.id(), referee.id(), null, null));
    }

    private List<String> chainOf(Customer customer) {
        return referrals.chains(List.of(customer.id()), 100).get(customer.id()).stream()
                .map(step -> step.customer().externalId())
                .toList();
    }

    private List<Activity> activitiesOf(Customer customer) {
        var request = new PageRequest(100, null, ALL_KINDS);
        return activities.ofCustomers(List.of(customer.id()), request).get(customer.id()).items();
    }
}
