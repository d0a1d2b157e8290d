package dev.grapevine.graph.contribution;

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
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

@GraphTest
class ContributionsIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final List<String> NO_TAGS = List.of();

    static final List<SubmitContribution> WRONG =
            List.of(
                    contribution("has a blank", "IDEA", "More tea", NO_TAGS, 0, NOON),
                    contribution("x".repeat(129), "IDEA", "More tea", NO_TAGS, 0, NOON),
                    contribution("idea-1", "idea", "More tea", NO_TAGS, 0, NOON),
                    contribution("idea-1", "IDEA", "x".repeat(301), NO_TAGS, 0, NOON),
                    contribution("idea-1", "IDEA", "More \u0000 tea", NO_TAGS, 0, NOON),
                    contribution(
                            "idea-1", "IDEA", "More tea", Collections.nCopies(11, "tea"), 0, NOON),
                    contribution("idea-1", "IDEA", "More tea", List.of(""), 0, NOON),
                    contribution("idea-1", "IDEA", "More tea", NO_TAGS, -1, NOON),
                    contribution(
                            "idea-1",
                            "IDEA",
                            "More tea",
                            NO_TAGS,
                            0,
                            OffsetDateTime.parse("2999-01-01T00:00:00Z")));

    @Autowired Contributions contributions;

    @Autowired Activities activities;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void enrolAda() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
    }

    @Test
    void takesWhatACustomerGives() {
        var idea =
                succeeded(
                        submit(
                                contribution(
                                        "idea-1",
                                        "IDEA",
                                        "More tea",
                                        List.of("green", "tea"),
                                        7,
                                        NOON)));
        assertThat(idea.customerId()).isEqualTo(ada.id());
        assertThat(idea.brandId()).isEqualTo(brand.id());
        assertThat(idea.title()).isEqualTo("More tea");
        assertThat(idea.tags()).containsExactly("green", "tea");
        assertThat(idea.views()).isEqualTo(7);
        assertThat(idea.status()).isEqualTo("OPEN");
        assertThat(idea.netVotes()).isZero();
        assertThat(idea.submittedAt()).isEqualTo(NOON);
        assertThat(contributions.byIds(Caller.SYSTEM, List.of(idea.id()))).containsValue(idea);
        assertThat(contributions.byExternalId(Caller.SYSTEM, brand.key(), "idea-1")).contains(idea);
    }

    @Test
    void givesItsOwnNameToWhatHasNone() {
        var idea = succeeded(submit(contribution(null, "IDEA", null, NO_TAGS, 0, null)));
        assertThat(idea.externalId()).isEqualTo(idea.id());
    }

    @Test
    void recordsTheActivityAboutTheContribution() {
        var idea = succeeded(submit(idea("idea-1", null)));
        assertThat(activitiesOf(ada))
                .singleElement()
                .satisfies(
                        activity -> {
                            assertThat(activity.kind()).isEqualTo("contribution.submitted");
                            assertThat(activity.subjectId()).isEqualTo(idea.id());
                            assertThat(activity.occurredAt()).isEqualTo(idea.submittedAt());
                        });
    }

    @Test
    void linksAReplyToWhatItAnswers() {
        var idea = succeeded(submit(idea("idea-1", null)));
        var answer = succeeded(submit(idea("answer-1", "idea-1")));
        assertThat(contributions.repliedTo(List.of(answer.id(), idea.id())))
                .isEqualTo(Map.of(answer.id(), idea));
        assertThat(
                        contributions
                                .replies(List.of(idea.id()), PageRequest.first(10))
                                .get(idea.id())
                                .items())
                .containsExactly(answer);
    }

    @Test
    void refusesAReplyToWhatIsNotThere() {
        assertThat(rejections(submit(idea("answer-1", "idea-1"))))
                .containsExactly("CONTRIBUTION_NOT_FOUND");
        assertThat(contributions.byExternalId(Caller.SYSTEM, brand.key(), "answer-1")).isEmpty();
    }

    @Test
    void refusesAReplyToAContributionOfAnotherBrand() {
        var elsewhere = testBrand.newBrand();
        testBrand.enrol(elsewhere, "ada");
        succeeded(contributions.submit(call(), elsewhere.key(), idea("idea-1", null)));
        assertThat(rejections(submit(idea("answer-1", "idea-1"))))
                .containsExactly("CONTRIBUTION_NOT_FOUND");
    }

    @Test
    void refusesAnExternalIdThatIsTaken() {
        var idea = succeeded(submit(idea("idea-1", null)));
        assertThat(rejections(submit(contribution("idea-1", "BUG_REPORT", null, NO_TAGS, 0, null))))
                .containsExactly("ALREADY_SUBMITTED");
        assertThat(contributions.byExternalId(Caller.SYSTEM, brand.key(), "idea-1")).contains(idea);
        assertThat(activitiesOf(ada)).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void refusesWhatIsWrong(SubmitContribution wrong) {
        assertThat(rejections(submit(wrong))).containsExactly("INVALID_INPUT");
        assertThat(activitiesOf(ada)).isEmpty();
    }

    @Test
    void refusesAnUnknownCustomerAndAnUnknownBrand() {
        var nobodys =
                new SubmitContribution(
                        null,
                        "nobody",
                        "IDEA",
                        null,
                        null,
                        null,
                        NO_TAGS,
                        0,
                        ContributionStatus.OPEN,
                        null);
        assertThat(rejections(submit(nobodys))).containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(
                        rejections(
                                contributions.submit(
                                        callOf(testBrand.newBrand()),
                                        brand.key(),
                                        idea("idea-1", null))))
                .containsExactly("BRAND_NOT_FOUND");
    }

    @Test
    void answersARepeatedKeyWithTheFirstContribution() {
        var call = call();
        var first = succeeded(contributions.submit(call, brand.key(), idea(null, null)));
        assertThat(contributions.submit(call, brand.key(), idea(null, null)))
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(activitiesOf(ada)).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBrand() {
        var elsewhere = testBrand.newBrand();
        testBrand.enrol(elsewhere, "ada");
        var call = call();
        succeeded(contributions.submit(call, brand.key(), idea("idea-1", null)));
        assertThat(rejections(contributions.submit(call, elsewhere.key(), idea("idea-1", null))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void hidesContributionsOfOtherBrandsFromAPartner() {
        var idea = succeeded(submit(idea("idea-1", null)));
        var stranger = callOf(testBrand.newBrand()).caller();
        assertThat(contributions.byIds(stranger, List.of(idea.id()))).isEmpty();
        assertThat(contributions.byExternalId(stranger, brand.key(), "idea-1")).isEmpty();
        assertThat(contributions.byIds(callOf(brand).caller(), List.of(idea.id()))).hasSize(1);
    }

    @Test
    void answersEachOfManyInOrder() {
        var results =
                contributions.submitAll(
                        brand.id(),
                        List.of(
                                idea("idea-2", null),
                                idea("has a blank", null),
                                idea("idea-1", null),
                                idea("idea-2", null)));
        assertThat(results)
                .extracting(TestBrand::rejections)
                .containsExactly(
                        List.of(),
                        List.of("INVALID_INPUT"),
                        List.of(),
                        List.of("ALREADY_SUBMITTED"));
        assertThat(succeeded(results.get(2)).externalId()).isEqualTo("idea-1");
    }

    @Test
    void linksRepliesAfterwardsOnce() {
        var idea = succeeded(submit(idea("idea-1", null)));
        succeeded(submit(idea("answer-1", null)));
        var link = new LinkReply("answer-1", "idea-1");
        var results =
                contributions.linkReplies(
                        brand.id(),
                        List.of(
                                link,
                                link,
                                new LinkReply("nothing", "idea-1"),
                                new LinkReply("answer-1", "nothing")));
        assertThat(results.subList(0, 2))
                .containsExactly(Result.success(link), new Result.Success<>(link, true));
        assertThat(results.subList(2, 4))
                .extracting(TestBrand::rejections)
                .containsOnly(List.of("CONTRIBUTION_NOT_FOUND"));
        assertThat(contributions.linkReplies(brand.id(), List.of(link)))
                .containsExactly(new Result.Success<>(link, true));
        assertThat(
                        contributions
                                .replies(List.of(idea.id()), PageRequest.first(10))
                                .get(idea.id())
                                .items())
                .hasSize(1);
    }

    @Test
    void linksAReplyToOneContributionOnly() {
        var idea = succeeded(submit(idea("idea-1", null)));
        succeeded(submit(idea("idea-2", null)));
        var answer = succeeded(submit(idea("answer-1", "idea-1")));
        assertThat(
                        contributions.linkReplies(
                                brand.id(), List.of(new LinkReply("answer-1", "idea-2"))))
                .extracting(TestBrand::rejections)
                .containsExactly(List.of("ANSWERS_ANOTHER"));
        assertThat(contributions.repliedTo(List.of(answer.id())))
                .isEqualTo(Map.of(answer.id(), idea));
    }

    @Test
    void pagesLatestFirstAlsoWithinOneMoment() {
        for (var place = 0; place < 5; place++) {
            succeeded(
                    submit(
                            contribution(
                                    "idea-" + place,
                                    "IDEA",
                                    null,
                                    NO_TAGS,
                                    0,
                                    NOON.plusDays(place / 3))));
        }
        var paged = new ArrayList<Contribution>();
        var request = PageRequest.first(2);
        for (var hasMore = true; hasMore; ) {
            var page = contributions.ofCustomers(List.of(ada.id()), request).get(ada.id());
            paged.addAll(page.items());
            hasMore = page.hasMore();
            request = new PageRequest(2, page.items().getLast().cursor(), Map.of());
        }
        assertThat(paged)
                .extracting(Contribution::externalId)
                .containsExactly("idea-4", "idea-3", "idea-2", "idea-1", "idea-0");
    }

    private Result<Contribution> submit(SubmitContribution command) {
        return contributions.submit(call(), brand.key(), command);
    }

    private List<Activity> activitiesOf(Customer customer) {
        var request = new PageRequest(100, null, Collections.singletonMap("kinds", null));
        return activities.ofCustomers(List.of(customer.id()), request).get(customer.id()).items();
    }

    private static SubmitContribution idea(
            @Nullable String externalId, @Nullable String inReplyTo) {
        return new SubmitContribution(
                externalId,
                "ada",
                "IDEA",
                null,
                null,
                inReplyTo,
                NO_TAGS,
                0,
                ContributionStatus.OPEN,
                null);
    }

    private static SubmitContribution contribution(
            @Nullable String externalId,
            String kind,
            @Nullable String title,
            List<String> tags,
            long views,
            @Nullable OffsetDateTime at) {
        return new SubmitContribution(
                externalId,
                "ada",
                kind,
                title,
                null,
                null,
                tags,
                views,
                ContributionStatus.OPEN,
                at);
    }
}
