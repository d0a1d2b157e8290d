package dev.grapevine.graph.activity;

import static dev.grapevine.graph.testing.TestBrand.race;
import static dev.grapevine.graph.testing.TestBrand.succeeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.command.Caller;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.MovableClock;
import dev.grapevine.graph.testing.TestBrand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

@GraphTest
class ActivityHistoryIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final CypherStatement COUNTS =
            new CypherStatement(
                    "test/tallies",
                    "MATCH (a:Activity {brandId: $brandId}) RETURN a.customerId AS id, count(a) AS"
                            + " count, sum(a.quantity) AS quantity");

    @Autowired Activities activities;

    @Autowired GraphClient graph;

    @Autowired TestBrand testBrand;

    @Autowired MovableClock clock;

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
    void isPagedLatestFirstAlsoWithinOneMoment() {
        var sameMoment =
                IntStream.range(0, 7).mapToObj(place -> act("same-" + place, "ada", NOON)).toList();
        record(sameMoment);
        record(
                List.of(
                        act("later", "ada", NOON.plusDays(1)),
                        act("earlier", "ada", NOON.minusDays(1))));
        var paged = all(ada, 2, null);
        assertThat(paged)
                .extracting(Activity::externalId)
                .hasSize(9)
                .doesNotHaveDuplicates()
                .startsWith("later")
                .endsWith("earlier");
        assertThat(paged).isEqualTo(page(ada, 100, null, null).items());
    }

    @Test
    void isOnlyTheCustomersOwn() {
        record(List.of(act("a", "ada", NOON), act("b", "grace", NOON)));
        var pages =
                activities.ofCustomers(
                        List.of(ada.id(), grace.id(), "cus_nobody"), request(10, null, null));
        assertThat(pages.get(ada.id()).items())
                .extracting(Activity::externalId)
                .containsExactly("a");
        assertThat(pages.get(grace.id()).items())
                .extracting(Activity::externalId)
                .containsExactly("b");
        assertThat(pages.get("cus_nobody").items()).isEmpty();
    }

    @Test
    void isFilteredByKinds() {
        record(
                List.of(
                        new RecordActivity("a", "review.posted", "ada", null, NOON, 1, null),
                        new RecordActivity(
                                "b", "order.paid", "ada", null, NOON.plusHours(1), 1, null),
                        new RecordActivity(
                                "c", "page.read", "ada", null, NOON.plusHours(2), 1, null),
                        new RecordActivity(
                                "d", "order.paid", "ada", null, NOON.plusHours(3), 1, null)));
        assertThat(page(ada, 10, null, List.of("order.paid", "review.posted")).items())
                .extracting(Activity::externalId)
                .containsExactly("d", "b", "a");
        assertThat(all(ada, 1, List.of("review.posted", "order.paid", "review.posted")))
                .extracting(Activity::externalId)
                .containsExactly("d", "b", "a");
        assertThat(page(ada, 10, null, List.of()).items()).isEmpty();
        assertThat(all(ada, 1, List.of("order.paid")))
                .extracting(Activity::externalId)
                .containsExactly("d", "b");
    }

    @Test
    void reachesFromTheFirstToTheLastDayOfTheCalendar() {
        clock.stopAt(OffsetDateTime.parse("2199-12-31T00:00:00Z"));
        record(
                List.of(
                        act("first", "ada", OffsetDateTime.parse("1970-01-01T00:00:00Z")),
                        act("last", "ada", OffsetDateTime.parse("2199-12-31T23:59:59.999Z"))));
        assertThat(all(ada, 1, null))
                .extracting(Activity::externalId)
                .containsExactly("last", "first");
    }

    @Test
    void losesNothingWhenBatchesShareCustomersInOppositeOrder() throws Exception {
        var work = new ArrayList<Callable<List<Result<Activity>>>>();
        for (var batch = 0; batch < 16; batch++) {
            var name = "batch-" + batch + "-";
            var commands = new ArrayList<RecordActivity>();
            for (var place = 0; place < 20; place++) {
                commands.add(
                        act(
                                name + place,
                                place % 2 == 0 ? "ada" : "grace",
                                NOON.plusMinutes(place)));
            }
            var ordered = batch % 2 == 0 ? commands : commands.reversed();
            work.add(() -> record(ordered));
        }
        var results = race(work);
        assertThat(results)
                .allSatisfy(batch -> assertThat(batch).allMatch(Result.Success.class::isInstance));
        assertThat(counts())
                .isEqualTo(Map.of(ada.id(), List.of(160L, 320L), grace.id(), List.of(160L, 320L)));
        assertThat(all(ada, 100, null)).hasSize(160);
    }

    @Test
    void countsAnActivityOnceThatManyReportAtOnce() throws Exception {
        var command = List.of(act("a-1", "ada", NOON));
        var results = race(TestBrand.<List<Result<Activity>>>copies(24, () -> record(command)));
        assertThat(results.stream().map(batch -> succeeded(batch.getFirst())).distinct())
                .hasSize(1);
        assertThat(
                        results.stream()
                                .filter(
                                        batch ->
                                                !((Result.Success<?>) batch.getFirst()).isReplay()))
                .hasSize(1);
        assertThat(counts()).isEqualTo(Map.of(ada.id(), List.of(1L, 2L)));
    }

    private Map<String, List<Long>> counts() {
        var tallies = new HashMap<String, List<Long>>();
        graph.read(
                COUNTS,
                Map.of("brandId", brand.id()),
                row ->
                        tallies.put(
                                row.get("id").asString(),
                                List.of(row.get("count").asLong(), row.get("quantity").asLong())));
        return tallies;
    }

    private List<Activity> all(Customer customer, int first, @Nullable List<String> kinds) {
        var all = new ArrayList<Activity>();
        Cursor after = null;
        for (var hasMore = true; hasMore; ) {
            var page = page(customer, first, after, kinds);
            all.addAll(page.items());
            after = page.items().getLast().cursor();
            hasMore = page.hasMore();
        }
        return all;
    }

    private Page<Activity> page(
            Customer customer, int first, @Nullable Cursor after, @Nullable List<String> kinds) {
        return activities
                .ofCustomers(List.of(customer.id()), request(first, after, kinds))
                .get(customer.id());
    }

    private static PageRequest request(
            int first, @Nullable Cursor after, @Nullable List<String> kinds) {
        return new PageRequest(first, after, Collections.singletonMap("kinds", kinds));
    }

    private List<Result<Activity>> record(List<RecordActivity> commands) {
        return succeeded(activities.record(Caller.SYSTEM, brand.key(), commands));
    }

    private static RecordActivity act(String id, String customer, OffsetDateTime at) {
        return new RecordActivity(id, "page.read", customer, null, at, 2, null);
    }
}
