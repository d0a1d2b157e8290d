package dev.grapevine.graph.earning.engine;

import static dev.grapevine.graph.earning.engine.Doing.order;
import static dev.grapevine.graph.earning.engine.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Conditions on the customer, as they were before the activity. */
class CustomerConditionTests {

    private static final Condition FOR_A_MONTH =
            new Condition.MembershipDays(Comparison.AT_LEAST, 30);

    @Test
    void memberForCountsWholeDays() {
        var journey = Journey.through(Book.of(rule("r").when(FOR_A_MONTH)));
        assertThat(
                        journey.points(
                                order().at("2026-01-30T23:59:59Z"),
                                order().at("2026-01-31T00:00:00Z")))
                .containsExactly(0L, 10L);
    }

    @Test
    void nobodyKnowsForHowLongWhoNeverJoinedHasBeenAMember() {
        var customerRef = new CustomerRef("cus_2", null);
        assertThat(Journey.of(customerRef, Book.of(rule("r").when(FOR_A_MONTH))).point(order()))
                .isZero();
    }

    @Test
    void referrerIsAFactOfWhenTheActivityWasRecorded() {
        var journey = Journey.through(Book.of(rule("r").when(new Condition.HasReferrer())));
        assertThat(
                        journey.points(
                                order(),
                                order().knowing(ActivityFacts.CustomerFlag.HAS_REFERRER),
                                order()))
                .containsExactly(0L, 10L, 0L);
    }

    @Test
    void badgeCountsFromTheActivityAfterTheOneThatEarnsIt() {
        var book =
                Book.of(
                        rule("award").awards("fan").givesNothing(),
                        rule("fans").when(new Condition.HasBadge("fan")));
        assertThat(Journey.through(book).points(order(), order())).containsExactly(0L, 10L);
    }

    @Test
    void badgeThatIsEarnedDoesNotCountForAnotherBadgeOfTheSameActivity() {
        var fan = Badges.count(1).make();
        var friend = Badges.count(1).when(new Condition.HasBadge("fan")).make();
        var book = Book.of().badge("fan", fan).badge("friend", friend);
        var journey = Journey.through(book);
        assertThat(journey.honours(order())).containsExactly("fan 0");
        assertThat(journey.honours(order())).containsExactly("friend 0");
    }

    @Test
    void badgeOfAnyLevelAndPeriodCounts() {
        var daily =
                Badges.count(2)
                        .levels(2, 9)
                        .in(BadgeCriteria.MeasurePeriod.DAY)
                        .repeatable()
                        .make();
        var book = Book.of(rule("r").when(new Condition.HasBadge("daily"))).badge("daily", daily);
        assertThat(
                        Journey.through(book)
                                .points(order(), order(), order(), order().on("2026-05-01")))
                .containsExactly(0L, 0L, 10L, 10L);
    }

    @Test
    void badgeByHandIsAFact() {
        var journey = Journey.through(Book.of(rule("r").when(new Condition.HasBadge("vip"))));
        assertThat(
                        journey.points(
                                order(), order().knowing(ActivityFacts.CustomerFlag.badge("vip"))))
                .containsExactly(0L, 10L);
    }

    @Test
    void tierIsThatFromBeforeTheActivity() {
        var book =
                Book.of(
                                rule("big").gives(100),
                                rule("silver")
                                        .gives(1)
                                        .when(new Condition.TierIn("main", List.of("silver"))))
                        .ladder("main", Book.rolling(365, 0));
        assertThat(Journey.through(book).points(order(), order())).containsExactly(100L, 101L);
    }

    @Test
    void tierOfALadderThatIsNotThereIsNone() {
        var condition = new Condition.TierIn("other", List.of("bronze"));
        assertThat(Journey.through(Book.of(rule("r").when(condition))).point(order())).isZero();
    }
}
