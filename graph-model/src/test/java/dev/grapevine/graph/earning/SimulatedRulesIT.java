package dev.grapevine.graph.earning;

import static dev.grapevine.graph.testing.Programme.budgeted;
import static dev.grapevine.graph.testing.Programme.did;
import static dev.grapevine.graph.testing.Programme.gives;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.callOf;
import static dev.grapevine.graph.testing.World.done;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customers;
import dev.grapevine.graph.customer.EnrolCustomer;
import dev.grapevine.graph.earning.Simulation.Difference;
import dev.grapevine.graph.engagement.RecordActivity;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.rulebook.DraftRule;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

@GraphTest
class SimulatedRulesIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T12:00:00Z");
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("1970-01-01T00:00:00Z");
    private static final OffsetDateTime EVER = OffsetDateTime.parse("2199-01-01T00:00:00Z");

    @Autowired Programme programme;

    @Autowired Simulations simulations;

    @Autowired Customers customers;

    @Autowired World world;

    Brand brand;

    @BeforeEach
    void setUp() {
        brand = world.newBrand();
        programme.kinds(brand, List.of(), "review.posted", "order.paid");
    }

    private String draft(String key, RuleSpec spec) {
        return done(programme.rules.draft(call(), brand.key(), new DraftRule(key, key, spec))).id();
    }

    private Outcome<Simulation> start(OffsetDateTime from, OffsetDateTime to, List<String> drafts) {
        var command = new SimulateRules(drafts, from, to);
        return simulations.simulate(Caller.GRAPEVINE, brand.key(), command);
    }

    private Simulation seen(String id) {
        return simulations.byIds(Caller.GRAPEVINE, List.of(id)).get(id);
    }

    private Simulation finished(String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> seen(id).state() != Simulation.State.RUNNING);
        assertThat(seen(id).state()).isEqualTo(Simulation.State.DONE);
        return seen(id);
    }

    private Simulation simulated(OffsetDateTime from, OffsetDateTime to, String... drafts) {
        return finished(done(start(from, to, List.of(drafts))).id());
    }

    private void reviews(String customer, int number) {
        for (var n = 0; n < number; n++) {
            var at = MONDAY.plusDays(n);
            programme.record(brand, did(customer + n, "review.posted", customer, at));
        }
    }

    @Test
    void tellsTheDifferencesByCustomerTheLargestFirst() {
        var ada = world.enrol(brand, "ada");
        var grace = world.enrol(brand, "grace");
        world.enrol(brand, "idle");
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        reviews("ada", 2);
        reviews("grace", 5);
        var simulation = simulated(ALWAYS, EVER, draft("reviews", gives(4, "review.posted")));
        assertThat(simulation.customers()).isEqualTo(3);
        assertThat(simulation.done()).isEqualTo(3);
        assertThat(simulation.activities()).isEqualTo(7);
        assertThat(simulation.endedAt()).isNotNull();
        assertThat(simulation.totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 70, 28, 2));
        var differences =
                List.of(
                        new Difference(grace.id(), Currency.STANDARD, 50, 20),
                        new Difference(ada.id(), Currency.STANDARD, 20, 8));
        assertThat(simulations.differences(simulation.id(), 0, 10)).isEqualTo(differences);
        assertThat(simulations.differences(simulation.id(), 1, 10))
                .isEqualTo(differences.subList(1, 2));
        assertThat(simulations.differences(simulation.id(), 2, 10)).isEmpty();
        assertThat(simulations.differences("sim_none", 0, 10)).isEmpty();
    }

    @Test
    void hasDraftsOfNewRulesBesidesThosePublished() {
        world.enrol(brand, "ada");
        reviews("ada", 1);
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        programme.record(brand, did("later", "review.posted", "ada", MONDAY.plusDays(9)));
        var simulation = simulated(ALWAYS, EVER, draft("extra", gives(1, "review.posted")));
        // The first review was recorded before anything was published.
        assertThat(simulation.totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 10, 12, 1));
    }

    @Test
    void givesByPublishedRulesWhatTheyGaveOutOfTheirBudgets() {
        world.enrol(brand, "ada");
        world.enrol(brand, "grace");
        programme.publish(brand, "reviews", budgeted(gives(10, "review.posted"), 45));
        reviews("grace", 3);
        reviews("ada", 4);
        assertThat(simulated(ALWAYS, EVER).totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 45, 45, 0));
        var simulation = simulated(ALWAYS, EVER, draft("orders", gives(1, "order.paid")));
        assertThat(simulation.totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 45, 45, 0));
    }

    @Test
    void givesByDraftsNoMoreThanTheirBudgetsToAllCustomersTogether() {
        world.enrol(brand, "ada");
        world.enrol(brand, "grace");
        programme.publish(brand, "orders", gives(1, "order.paid"));
        reviews("grace", 3);
        reviews("ada", 4);
        var draft = draft("reviews", budgeted(gives(10, "review.posted"), 45));
        assertThat(simulated(ALWAYS, EVER, draft).totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 0, 45, 2));
    }

    @Test
    void concernsWhatHappenedFromTheBeginningOfTheTimeAndBeforeItsEnd() {
        world.enrol(brand, "ada");
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        reviews("ada", 4);
        var draft = draft("reviews", gives(11, "review.posted"));
        assertThat(simulated(MONDAY.plusDays(1), MONDAY.plusDays(3), draft).totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 40, 42, 1));
        var none = simulated(MONDAY.plusSeconds(1), MONDAY.plusDays(1), draft);
        assertThat(none.totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 40, 40, 0));
    }

    @Test
    void refusesNonsenseAndWhatIsNotTheBrands() {
        var draft = draft("reviews", gives(11, "review.posted"));
        var own = brand;
        brand = world.newBrand();
        assertThat(refusals(start(ALWAYS, EVER, List.of(draft))))
                .isEqualTo(refusals(start(ALWAYS, EVER, List.of("rlv_none"))))
                .containsExactly("RULE_NOT_FOUND");
        brand = own;
        assertThat(refusals(start(EVER, ALWAYS, List.of()))).containsExactly("INVALID_INPUT");
        assertThat(refusals(start(MONDAY, MONDAY, List.of()))).containsExactly("INVALID_INPUT");
        assertThat(refusals(start(ALWAYS, EVER, List.of(draft, draft))))
                .containsExactly("INVALID_INPUT");
        var stranger = callOf(world.newBrand()).caller();
        var command = new SimulateRules(List.of(), ALWAYS, EVER);
        assertThat(refusals(simulations.simulate(stranger, brand.key(), command)))
                .containsExactly("BRAND_NOT_FOUND");
        var simulation = simulated(ALWAYS, EVER, draft);
        assertThat(simulations.byIds(stranger, List.of(simulation.id()))).isEmpty();
    }

    @Test
    void keepsTheLatestHoweverManyWereRunAndLookedAtBefore() {
        world.enrol(brand, "ada");
        for (var n = 0; n < 45; n++) {
            var id = simulated(ALWAYS, EVER).id();
            assertThat(seen(id)).isNotNull();
            assertThat(seen(id).done()).isEqualTo(1);
        }
    }

    @Test
    void goesOverThousandsOfCustomersInPartsAndRunsTwoAtOnce() {
        programme.publish(brand, "reviews", gives(10, "review.posted"));
        enrol(3_000);
        IntStream.range(0, 30).forEach(this::recordHundred);
        var draft = draft("reviews", gives(7, "review.posted"));
        var first = done(start(ALWAYS, EVER, List.of(draft)));
        assertThat(first.state()).isEqualTo(Simulation.State.RUNNING);
        assertThat(first.customers()).isEqualTo(3_000);
        assertThat(simulations.differences(first.id(), 0, 10)).isEmpty();
        var second = done(start(ALWAYS, EVER, List.of()));
        assertThat(refusals(start(ALWAYS, EVER, List.of())))
                .containsExactly("TOO_MANY_SIMULATIONS");
        var progress = seen(first.id());
        assertThat(progress.done()).isBetween(0L, 3_000L);
        assertThat(finished(first.id()).totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 30_000, 21_000, 3_000));
        assertThat(finished(second.id()).totals())
                .containsExactly(new Simulation.Total(Currency.STANDARD, 30_000, 30_000, 0));
        assertThat(finished(first.id()).activities()).isEqualTo(3_000);
        assertThat(finished(first.id()).done()).isEqualTo(3_000);
    }

    private void enrol(int number) {
        var commands =
                IntStream.range(0, number)
                        .mapToObj(n -> new EnrolCustomer("c" + n, "c" + n, null))
                        .toList();
        customers.enrolAll(brand.id(), commands).forEach(World::done);
    }

    private void recordHundred(int part) {
        var reported =
                IntStream.range(part * 100, part * 100 + 100)
                        .mapToObj(n -> did("r" + n, "review.posted", "c" + n, MONDAY))
                        .toArray(RecordActivity[]::new);
        programme.record(brand, reported);
    }
}
