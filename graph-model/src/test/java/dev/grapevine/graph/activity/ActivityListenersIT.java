package dev.grapevine.graph.activity;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.callOf;
import static dev.grapevine.graph.testing.TestBrand.copies;
import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.contribution.Contribution;
import dev.grapevine.graph.contribution.ContributionStatus;
import dev.grapevine.graph.contribution.Contributions;
import dev.grapevine.graph.contribution.SubmitContribution;
import dev.grapevine.graph.contribution.VoteOnContribution;
import dev.grapevine.graph.contribution.Votes;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.SwitchableActivityListener;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Activity listeners: calls after recording and after cancellation. */
@GraphTest
class ActivityListenersIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final CypherStatement COUNTS =
            new CypherStatement(
                    "test/tallies-by-kind",
                    "MATCH (a:Activity {brandId: $brandId}) WHERE a.cancelledAt IS NULL RETURN"
                            + " a.kind AS kind, count(a) AS count, sum(a.quantity) AS quantity");

    @Autowired Activities activities;
    @Autowired Contributions contributions;

    @Autowired Votes votes;
    @Autowired GraphClient graph;
    @Autowired TestBrand testBrand;
    @Autowired SwitchableActivityListener listener;

    private final CallKeeper calls = new CallKeeper(this::assertInTransaction);
    Brand brand;
    Customer ada;
    Customer grace;

    /** Listener that stores its calls and then runs a reaction, which may throw. */
    private static final class CallKeeper implements ActivityListener {
        private final List<List<Activity>> recorded = new CopyOnWriteArrayList<>();
        private final List<List<Activity>> cancelled = new CopyOnWriteArrayList<>();
        private volatile Runnable reaction;

        CallKeeper(Runnable reaction) {
            this.reaction = reaction;
        }

        @Override
        public void recorded(List<Activity> activities) {
            reaction.run();
            recorded.add(activities);
        }

        @Override
        public void cancelled(List<Activity> activities) {
            reaction.run();
            cancelled.add(activities);
        }

        List<Activity> activities() {
            return recorded.stream().flatMap(List::stream).toList();
        }
    }

    private void assertInTransaction() {
        assertThat(graph.isInTransaction()).isTrue();
    }

    @BeforeEach
    void listen() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        grace = testBrand.enrol(brand, "grace");
        listener.pass(calls);
    }

    @AfterEach
    void listenNoMore() {
        listener.pass(null);
    }

    private Contribution submit(
            String id, String who, String kind, @Nullable String inReplyTo, long views) {
        return succeeded(
                contributions.submit(
                        call(),
                        brand.key(),
                        new SubmitContribution(
                                id,
                                who,
                                kind,
                                null,
                                null,
                                inReplyTo,
                                List.of(),
                                views,
                                ContributionStatus.OPEN,
                                NOON)));
    }

    private List<Result<Activity>> record(RecordActivity... commands) {
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), List.of(commands)));
    }

    private static RecordActivity act(String id, String who, @Nullable String about) {
        return new RecordActivity(id, "answer.accepted", who, about, NOON, 3, null);
    }

    private Map<String, List<Long>> counts() {
        var tallies = new TreeMap<String, List<Long>>();
        graph.read(
                COUNTS,
                Map.of("brandId", brand.id()),
                row ->
                        tallies.put(
                                row.get("kind").asString(),
                                List.of(row.get("count").asLong(), row.get("quantity").asLong())));
        return tallies;
    }

    @Test
    void tellOfWhatIsNewAsItIsKept() {
        var first = succeeded(record(act("a", "ada", null)).getFirst());
        var results =
                record(
                        act("c", "grace", null),
                        act("a", "ada", null),
                        act("b", "ada", null),
                        act("b", "ada", null),
                        act("d", "nobody", null));
        assertThat(calls.recorded).hasSize(2);
        assertThat(calls.activities())
                .containsExactly(first, succeeded(results.getFirst()), succeeded(results.get(2)));
        assertThat(calls.activities())
                .allSatisfy(
                        activity -> {
                            assertThat(activity.flags()).isEmpty();
                            assertThat(activity.revision()).isNull();
                            assertThat(activity.isCancelled()).isFalse();
                        });
    }

    @Test
    void recordNothingWhenAListenerFails() {
        calls.reaction =
                () -> {
                    throw new IllegalStateException("Does not like it");
                };
        assertThatThrownBy(() -> record(act("a", "ada", null)))
                .hasMessageContaining("Does not like it");
        calls.reaction = () -> {};
        assertThat(record(act("a", "ada", null)).getFirst())
                .isInstanceOfSatisfying(
                        Result.Success.class, result -> assertThat(result.isReplay()).isFalse());
    }

    @Test
    void sayWhatTheSubjectWasAndWhetherItAnswersTheirOwn() {
        submit("question", "ada", "QUESTION", null, 0);
        submit("own-answer", "ada", "ANSWER", "question", 0);
        submit("answer", "grace", "ANSWER", "question", 0);
        var results =
                record(
                        act("1", "ada", "own-answer"),
                        act("2", "grace", "answer"),
                        act("3", "grace", "own-answer"),
                        act("4", "ada", "answer"),
                        act("5", "ada", "question"),
                        act("6", "ada", null));
        assertThat(results)
                .extracting(result -> succeeded(result).subjectKind())
                .containsExactly("ANSWER", "ANSWER", "ANSWER", "ANSWER", "QUESTION", null);
        assertThat(results)
                .extracting(result -> succeeded(result).isReplyToOwn())
                .containsExactly(true, false, false, false, false, false);
        assertThat(calls.activities())
                .filteredOn(activity -> activity.kind().equals("contribution.submitted"))
                .extracting(Activity::subjectKind, Activity::isReplyToOwn)
                .containsExactly(
                        tuple("QUESTION", false), tuple("ANSWER", true), tuple("ANSWER", false));
        var answer = contributions.byExternalId(Caller.SYSTEM, brand.key(), "answer").orElseThrow();
        succeeded(votes.vote(call(), new VoteOnContribution(ada.id(), answer.id(), false, null)));
        assertThat(calls.activities().getLast())
                .extracting(Activity::kind, Activity::subjectKind, Activity::isReplyToOwn)
                .containsExactly("contribution.voted", "ANSWER", false);
    }

    @Test
    void sayHowOftenAContributionWasReadBefore() {
        var idea = submit("idea", "ada", "IDEA", null, 12_345_678_901L);
        submit("unread", "ada", "IDEA", null, 0);
        assertThat(calls.activities())
                .extracting(Activity::kind, Activity::quantity)
                .containsExactlyInAnyOrder(
                        tuple("contribution.submitted", 1L),
                        tuple("contribution.viewed", 12_345_678_901L),
                        tuple("contribution.submitted", 1L));
        var viewed =
                calls.activities().stream()
                        .filter(activity -> activity.kind().equals("contribution.viewed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(viewed.customerId()).isEqualTo(ada.id());
        assertThat(viewed.subjectId()).isEqualTo(idea.id());
        assertThat(viewed.occurredAt()).isEqualTo(NOON);
        assertThat(viewed.sortKey())
                .isEqualTo(idea.id() + "|views|12345678901 contribution.viewed");
        assertThat(counts()).containsEntry("contribution.viewed", List.of(1L, 12_345_678_901L));
    }

    @Test
    void haveAPlaceAmongOthersWhateverTheOrderOfReports() {
        var later =
                new RecordActivity(
                        "0", "page.read", "ada", null, NOON.plusNanos(1_000_000), 1, null);
        record(later, act("b", "ada", null), act("a", "ada", null), act("B", "ada", null));
        record(new RecordActivity("a", "a.kind", "ada", null, NOON, 1, null));
        assertThat(calls.activities().stream().map(Activity::order).sorted())
                .extracting(ActivityPosition::key)
                .containsExactly(
                        "B answer.accepted",
                        "a a.kind",
                        "a answer.accepted",
                        "b answer.accepted",
                        "0 page.read");
    }

    private Result<Activity> cancel(Activity activity) {
        return activities.cancel(call(), new CancelActivity(activity.id(), "Was returned"));
    }

    @Test
    void areCancelledOnceAndNoLongerCounted() {
        var first = succeeded(record(act("a", "ada", null)).getFirst());
        record(act("b", "ada", null));
        var cancelled = succeeded(cancel(first));
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.cancellationReason()).isEqualTo("Was returned");
        assertThat(cancelled.order()).isEqualTo(first.order());
        assertThat(calls.cancelled).containsExactly(List.of(cancelled));
        assertThat(counts()).containsEntry("answer.accepted", List.of(1L, 3L));
        assertThat(activities.byIds(Caller.SYSTEM, List.of(first.id()))).containsValue(cancelled);
        assertThat(
                        activities
                                .ofCustomers(List.of(ada.id()), PageRequest.first(10))
                                .get(ada.id())
                                .items())
                .hasSize(2)
                .contains(cancelled);
        assertThat(rejections(cancel(first))).containsExactly("ALREADY_CANCELLED");
        assertThat(record(act("a", "ada", null)).getFirst())
                .isEqualTo(new Result.Success<>(cancelled, true));
        assertThat(counts()).containsEntry("answer.accepted", List.of(1L, 3L));
        assertThat(calls.cancelled).hasSize(1);
    }

    @Test
    void areCancelledOncePerIdempotencyKey() {
        var activity = succeeded(record(act("a", "ada", null)).getFirst());
        var call = call();
        var command = new CancelActivity(activity.id(), "Was returned");
        var cancelled = succeeded(activities.cancel(call, command));
        assertThat(activities.cancel(call, command))
                .isEqualTo(new Result.Success<>(cancelled, true));
        assertThat(rejections(activities.cancel(call, new CancelActivity(activity.id(), "Other"))))
                .containsExactly("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void areCancelledOnceWhenManyDoSoAtOnce() throws Exception {
        var activity = succeeded(record(act("a", "ada", null)).getFirst());
        var results = race(copies(16, () -> cancel(activity)));
        assertThat(results).filteredOn(Result.Success.class::isInstance).hasSize(1);
        assertThat(counts()).isEmpty();
        assertThat(calls.cancelled).hasSize(1);
    }

    @Test
    void areCancelledThoughGrapevineSawThem() {
        submit("idea", "ada", "IDEA", null, 7);
        calls.activities().forEach(activity -> succeeded(cancel(activity)));
        assertThat(counts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0007"})
    void areNotCancelledWithoutAReason(String reason) {
        var activity = succeeded(record(act("a", "ada", null)).getFirst());
        assertThat(rejections(activities.cancel(call(), new CancelActivity(activity.id(), reason))))
                .containsOnly("INVALID_INPUT");
        var long201 = new CancelActivity(activity.id(), "a".repeat(201));
        assertThat(rejections(activities.cancel(call(), long201))).containsExactly("INVALID_INPUT");
    }

    @Test
    void areNotCancelledByStrangers() {
        var activity = succeeded(record(act("a", "ada", null)).getFirst());
        var command = new CancelActivity(activity.id(), "Was returned");
        assertThat(rejections(activities.cancel(callOf(testBrand.newBrand()), command)))
                .containsExactly("ACTIVITY_NOT_FOUND");
        assertThat(
                        rejections(
                                activities.cancel(
                                        call(), new CancelActivity("act_none", "Was returned"))))
                .containsExactly("ACTIVITY_NOT_FOUND");
        assertThat(rejections(activities.cancel(callOf(brand), command))).isEmpty();
    }
}
