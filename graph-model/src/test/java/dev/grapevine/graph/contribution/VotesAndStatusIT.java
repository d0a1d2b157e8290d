package dev.grapevine.graph.contribution;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.Activities;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@GraphTest
class VotesAndStatusIT {

    @Autowired Contributions contributions;

    @Autowired Votes votes;

    @Autowired Activities activities;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;
    Customer grace;
    Contribution idea;

    @BeforeEach
    void letAdaSubmitAnIdea() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        grace = testBrand.enrol(brand, "grace");
        idea = submit("idea-1");
    }

    private Contribution submit(String externalId) {
        return succeeded(
                contributions.submit(
                        call(),
                        brand.key(),
                        new SubmitContribution(
                                externalId,
                                "ada",
                                "IDEA",
                                null,
                                null,
                                null,
                                List.of(),
                                0,
                                ContributionStatus.OPEN,
                                null)));
    }

    @Test
    void countVotesForAndAgainst() {
        succeeded(vote(grace, false));
        var voted = succeeded(vote(testBrand.enrol(brand, "alan"), true));
        assertThat(voted.upvotes()).isEqualTo(1);
        assertThat(voted.downvotes()).isEqualTo(1);
        assertThat(idea()).isEqualTo(voted);
    }

    @Test
    void recordTheActivityOfTheVoter() {
        succeeded(vote(grace, false));
        var request = new PageRequest(10, null, Collections.singletonMap("kinds", null));
        assertThat(activities.ofCustomers(List.of(grace.id()), request).get(grace.id()).items())
                .singleElement()
                .satisfies(
                        activity -> {
                            assertThat(activity.kind()).isEqualTo("contribution.voted");
                            assertThat(activity.subjectId()).isEqualTo(idea.id());
                        });
    }

    @Test
    void refuseAVoteOnTheOwnContribution() {
        assertThat(rejections(vote(ada, false))).containsExactly("OWN_CONTRIBUTION");
        assertThat(idea().upvotes()).isZero();
    }

    @Test
    void refuseASecondVoteAlsoAgainst() {
        succeeded(vote(grace, false));
        assertThat(rejections(vote(grace, false))).containsExactly("ALREADY_VOTED");
        assertThat(rejections(vote(grace, true))).containsExactly("ALREADY_VOTED");
        assertThat(idea().netVotes()).isEqualTo(1);
    }

    @Test
    void answerARepeatedVoteWithTheContribution() {
        var call = call();
        var command = new VoteOnContribution(grace.id(), idea.id(), false, null);
        succeeded(votes.vote(call, command));
        assertThat(votes.vote(call, command)).isEqualTo(new Result.Success<>(idea(), true));
        assertThat(idea().upvotes()).isEqualTo(1);
    }

    @Test
    void refuseAVoteAcrossBrands() {
        var stranger = testBrand.enrol(testBrand.newBrand(), "mary");
        assertThat(rejections(vote(stranger, false))).containsExactly("CONTRIBUTION_NOT_FOUND");
        var call = callOf(testBrand.newBrand());
        assertThat(
                        rejections(
                                votes.vote(
                                        call,
                                        new VoteOnContribution(
                                                grace.id(), idea.id(), false, null))))
                .containsExactly("CUSTOMER_NOT_FOUND");
        assertThat(
                        rejections(
                                votes.vote(
                                        call(),
                                        new VoteOnContribution(
                                                grace.id(), "con_none", false, null))))
                .containsExactly("CONTRIBUTION_NOT_FOUND");
        assertThat(idea().upvotes()).isZero();
    }

    @Test
    void countEveryOneOfThirtyTwoVotersAtOnce() throws Exception {
        var votes =
                IntStream.range(0, 32)
                        .mapToObj(place -> testBrand.enrol(brand, "voter-" + place))
                        .map(voter -> (Callable<Result<Contribution>>) () -> vote(voter, false))
                        .toList();
        assertThat(race(votes)).allSatisfy(result -> assertThat(rejections(result)).isEmpty());
        assertThat(idea().upvotes()).isEqualTo(32);
    }

    @Test
    void countEachVoteOnceWhereBatchesAndSingleVotesMeetInEveryOrder() throws Exception {
        var other = submit("idea-2");
        var voters =
                IntStream.range(0, 12)
                        .mapToObj(place -> testBrand.enrol(brand, "voter-" + place))
                        .toList();
        var ballot =
                voters.stream()
                        .flatMap(voter -> Stream.of(up(voter, idea.id()), up(voter, other.id())))
                        .toList();
        var work = new ArrayList<Callable<Object>>();
        for (var seed = 0; seed < 6; seed++) {
            var shuffled = new ArrayList<>(ballot);
            Collections.shuffle(shuffled, new Random(seed));
            work.add(() -> votes.voteAll(shuffled));
        }
        voters.forEach(voter -> work.add(() -> votes.vote(call(), up(voter, idea.id()))));

        race(work);

        assertThat(idea().upvotes()).isEqualTo(12);
        assertThat(
                        contributions
                                .byIds(Caller.SYSTEM, List.of(other.id()))
                                .get(other.id())
                                .upvotes())
                .isEqualTo(12);
    }

    private static VoteOnContribution up(Customer voter, String contribution) {
        return new VoteOnContribution(voter.id(), contribution, false, null);
    }

    @Test
    void countOneVoteOfOneCustomerWhoVotesSixteenTimesAtOnce() throws Exception {
        var results = race(copies(16, () -> vote(grace, false)));
        assertThat(results.stream().flatMap(result -> rejections(result).stream()))
                .hasSize(15)
                .containsOnly("ALREADY_VOTED");
        assertThat(idea().upvotes()).isEqualTo(1);
    }

    @Test
    void setTheStatusOfAContributionToThatOfTheLatestChange() {
        var planned = succeeded(setStatus(call(), ContributionStatus.PLANNED, "In spring."));
        var shipped = succeeded(setStatus(call(), ContributionStatus.SHIPPED, "Here it is."));
        assertThat(contributions.statusChanges(List.of(idea.id())).get(idea.id()))
                .containsExactly(planned, shipped);
        assertThat(shipped.changedBy()).isEqualTo("grapevine");
        assertThat(idea().status()).isEqualTo("SHIPPED");
    }

    @Test
    void answerARepeatedStatusChangeWithTheFirst() {
        var call = call();
        var first = succeeded(setStatus(call, ContributionStatus.PLANNED, "In spring."));
        assertThat(setStatus(call, ContributionStatus.PLANNED, "In spring."))
                .isEqualTo(new Result.Success<>(first, true));
        assertThat(rejections(setStatus(call, ContributionStatus.DECLINED, "Never.")))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
        assertThat(contributions.statusChanges(List.of(idea.id())).get(idea.id()))
                .containsExactly(first);
    }

    @Test
    void rejectTheHundredAndFirstStatusChange() {
        for (var count = 1; count <= 100; count++) {
            succeeded(setStatus(call(), ContributionStatus.STARTED, "Day " + count));
        }
        assertThat(rejections(setStatus(call(), ContributionStatus.SHIPPED, "Day 101")))
                .containsExactly("TOO_MANY_STATUS_CHANGES");
        assertThat(idea().status()).isEqualTo("STARTED");
        assertThat(contributions.statusChanges(List.of(idea.id())).get(idea.id()))
                .hasSize(100)
                .extracting(StatusChange::text)
                .startsWith("Day 1", "Day 2")
                .endsWith("Day 100");
    }

    @Test
    void letOnlyPartnersOfTheBrandSetTheStatus() {
        var partner = callOf(brand);
        assertThat(
                        succeeded(setStatus(partner, ContributionStatus.PLANNED, "In spring."))
                                .changedBy())
                .isEqualTo(partner.caller().id());
        assertThat(
                        rejections(
                                setStatus(
                                        callOf(testBrand.newBrand()),
                                        ContributionStatus.DECLINED,
                                        "Never.")))
                .containsExactly("CONTRIBUTION_NOT_FOUND");
        assertThat(idea().status()).isEqualTo("PLANNED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_001})
    void rejectAStatusChangeWithAnEmptyOrTooLongText(int length) {
        assertThat(rejections(setStatus(call(), ContributionStatus.PLANNED, "x".repeat(length))))
                .containsExactly("INVALID_INPUT");
        assertThat(idea().status()).isEqualTo("OPEN");
    }

    private Result<Contribution> vote(Customer voter, boolean isAgainst) {
        return votes.vote(call(), new VoteOnContribution(voter.id(), idea.id(), isAgainst, null));
    }

    private Result<StatusChange> setStatus(Call call, ContributionStatus status, String text) {
        return contributions.setStatus(call, new SetContributionStatus(idea.id(), status, text));
    }

    private Contribution idea() {
        return contributions.byIds(Caller.SYSTEM, List.of(idea.id())).get(idea.id());
    }
}
