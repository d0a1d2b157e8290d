package dev.grapevine.graph.course;

import static dev.grapevine.graph.course.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Per;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Standings against a model that looks at every day. */
class ClimbProperties {

    @Provide
    Arbitrary<List<Happening>> activities() {
        return Steps.upTo(25, 400);
    }

    @Provide
    Arbitrary<Ladder> ladders() {
        var graces = Arbitraries.integers().between(0, 40);
        return Arbitraries.oneOf(
                graces.flatMap(
                        grace ->
                                Arbitraries.of(1, 7, 30, 90)
                                        .map(days -> Book.rolling(days, grace))),
                graces.flatMap(grace -> Arbitraries.of(Per.class).map(per -> Book.by(per, grace))));
    }

    private static Book book(Ladder ladder) {
        var points = rule("r").gives(new Amount.PerQuantity(BigDecimal.TEN));
        return Book.of(points.forKinds("order", "visit", "review")).ladder("main", ladder);
    }

    /** A customer on a ladder, day by day. */
    private static final class Model {

        private final Ladder ladder;
        private final List<Happening> happenings;
        private int rank;
        private @Nullable LocalDate graceEnds;
        private @Nullable LocalDate since;

        Model(Ladder ladder, List<Happening> happenings) {
            this.ladder = ladder;
            this.happenings = happenings;
        }

        Model until(LocalDate last) {
            var day = Steps.day(happenings.getFirst(), "UTC");
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                look(day, points(day, -1));
                for (var i = 0; i < happenings.size(); i++) {
                    if (Steps.day(happenings.get(i), "UTC").equals(day)
                            && happenings.get(i).quantity() != 0) {
                        look(day, points(day, i));
                    }
                }
            }
            return this;
        }

        /** With those of the day itself up to one of them. */
        long points(LocalDate day, int last) {
            var sum = 0L;
            for (var i = 0; i < happenings.size(); i++) {
                var of = Steps.day(happenings.get(i), "UTC");
                var isPast = of.isBefore(day) || (of.equals(day) && i <= last);
                var counts =
                        ladder.rollingDays() == null
                                ? ladder.calendar().slot(of) == ladder.calendar().slot(day)
                                : of.isAfter(day.minusDays(ladder.rollingDays()));
                sum += isPast && counts ? happenings.get(i).quantity() * 10 : 0;
            }
            return sum;
        }

        private void look(LocalDate day, long points) {
            var reached = points >= 300 ? 2 : points >= 100 ? 1 : 0;
            if (reached >= rank) {
                graceEnds = null;
                stand(reached, day);
                return;
            }
            if (graceEnds == null) {
                graceEnds = day.plusDays(ladder.graceDays());
            }
            if (!day.isBefore(graceEnds)) {
                graceEnds = null;
                stand(reached, day);
            }
        }

        private void stand(int reached, LocalDate day) {
            if (reached != rank) {
                rank = reached;
                since = day;
            }
        }
    }

    @Property
    void standingIsThatOfADayByDayModel(
            @ForAll("activities") List<Happening> happenings,
            @ForAll("ladders") Ladder ladder,
            @ForAll @IntRange(max = 500) int later) {
        var book = book(ladder);
        var progress = Progress.none();
        var course =
                new Course(book.rulebook(), new Member("cus_1", null), progress, Budgets.ENDLESS);
        happenings.forEach(course::take);
        var last = Steps.day(happenings.getLast(), "UTC").plusDays(later);
        var standing =
                Standing.of(
                        book.rulebook().ladders().getFirst(),
                        progress,
                        last.atTime(23, 59).atOffset(ZoneOffset.UTC));
        var model = new Model(ladder, happenings).until(last);
        assertThat(standing.points()).isEqualTo(model.points(last, happenings.size()));
        assertThat(ladder.tiers().indexOf(standing.tier())).isEqualTo(model.rank);
        assertThat(standing.graceEndsOn()).isEqualTo(model.graceEnds);
        assertThat(standing.since()).isEqualTo(model.since);
    }

    @Property
    void lookingDailyEqualsLookingOnce(
            @ForAll("activities") List<Happening> happenings,
            @ForAll("ladders") Ladder ladder,
            @ForAll @IntRange(min = 1, max = 200) int days) {
        var version = book(ladder).rulebook().ladders().getFirst();
        var once = new Climb(version, new Tallies(new HashMap<>()));
        var daily = new Climb(version, new Tallies(new HashMap<>()));
        LocalDate before = null;
        for (var happening : happenings) {
            var day = Steps.day(happening, "UTC");
            before = lookDaily(daily, before == null ? day : before, day);
            daily.add(day, happening.quantity() * 10);
            once.advanceTo(day);
            once.add(day, happening.quantity() * 10);
        }
        var last = before.plusDays(days);
        lookDaily(daily, before, last);
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
        once.advanceTo(last);
        assertThat(facts(once, last)).isEqualTo(facts(daily, last));
    }

    private static LocalDate lookDaily(Climb climb, LocalDate from, LocalDate to) {
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            climb.advanceTo(day);
        }
        return to;
    }

    private static List<Object> facts(Climb climb, LocalDate day) {
        var facts = new ArrayList<Object>();
        facts.add(climb.rank());
        facts.add(climb.points(day));
        facts.add(climb.graceEnds());
        facts.add(climb.since());
        facts.add(climb.atThisPace(day));
        return facts;
    }
}
