package dev.grapevine.graph.course;

import static dev.grapevine.graph.course.RuleDraft.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;

/** Caps and floors against sums that are nothing but sums. */
class LimitProperties {

    private static final String ZONE = "America/New_York";

    @Provide
    Arbitrary<List<Happening>> activities() {
        return Steps.upTo(40, 30);
    }

    private static RuleDraft byQuantity(String key) {
        return rule(key)
                .forKinds("order", "visit", "review")
                .zone(ZONE)
                .gives(new Amount.PerQuantity(BigDecimal.ONE));
    }

    private static Limit cap(long most, Per per) {
        return new Limit(Limit.Type.CAP, "POINTS", List.of(), most, per, ZONE);
    }

    @Property
    void ownCapGivesTheSmallerOfTheCapAndTheNet(
            @ForAll("activities") List<Happening> happenings,
            @ForAll Per per,
            @ForAll @IntRange(max = 60) int most) {
        var given = Steps.points(Book.of(byQuantity("r").atMost(most, per)), happenings);
        followsTheNet(happenings, given, per, most);
    }

    @Property
    void sharedCapGivesTheSmallerOfTheCapAndTheNetOfAllRules(
            @ForAll("activities") List<Happening> happenings,
            @ForAll Per per,
            @ForAll @IntRange(max = 60) int most) {
        var book =
                Book.of(
                                byQuantity("a").forKinds("order"),
                                byQuantity("b").forKinds("visit"),
                                byQuantity("c").forKinds("review"))
                        .limit("all", cap(most, per));
        followsTheNet(happenings, Steps.points(book, happenings), per, most);
    }

    private static void followsTheNet(
            List<Happening> happenings, List<Long> given, Per per, long most) {
        var nets = new HashMap<Long, Long>();
        var sums = new HashMap<Long, Long>();
        for (var i = 0; i < happenings.size(); i++) {
            var slot = per.slot(Steps.day(happenings.get(i), ZONE));
            var net = nets.merge(slot, happenings.get(i).quantity(), Long::sum);
            assertThat(sums.merge(slot, given.get(i), Long::sum)).isEqualTo(Math.min(most, net));
        }
    }

    @Property
    void noCapIsPassedWhateverElseCuts(
            @ForAll("activities") List<Happening> happenings,
            @ForAll @IntRange(max = 30) int daily,
            @ForAll @IntRange(max = 60) int weekly,
            @ForAll @IntRange(max = 90) int monthly,
            @ForAll @IntRange(max = 20) int least) {
        var book =
                Book.of(byQuantity("r").atMost(monthly, Per.MONTH).atMost(daily, Per.DAY))
                        .limit("week", cap(weekly, Per.WEEK))
                        .floor("floor", least);
        var given = Steps.points(book, happenings);
        for (var per : List.of(Per.DAY, Per.WEEK, Per.MONTH)) {
            var most = per == Per.DAY ? daily : per == Per.WEEK ? weekly : monthly;
            var sums = new HashMap<Long, Long>();
            for (var i = 0; i < happenings.size(); i++) {
                var slot = per.slot(Steps.day(happenings.get(i), ZONE));
                assertThat(sums.merge(slot, given.get(i), Long::sum)).isLessThanOrEqualTo(most);
            }
        }
    }

    @Property
    void somethingIsGivenWhereEveryCapHasRoomAndNothingWasCutOffBefore(
            @ForAll("activities") List<Happening> happenings,
            @ForAll @IntRange(max = 30) int daily,
            @ForAll @IntRange(max = 90) int monthly) {
        var gains = happenings.stream().filter(it -> it.quantity() > 0).toList();
        var book =
                Book.of(byQuantity("r").atMost(monthly, Per.MONTH))
                        .limit("day", cap(daily, Per.DAY));
        var given = Steps.points(book, gains);
        var days = new HashMap<Long, Long>();
        var months = new HashMap<Long, Long>();
        for (var i = 0; i < gains.size(); i++) {
            var day = Steps.day(gains.get(i), ZONE);
            var roomOfDay = daily - days.getOrDefault(Per.DAY.slot(day), 0L);
            var roomOfMonth = monthly - months.getOrDefault(Per.MONTH.slot(day), 0L);
            assertThat(given.get(i))
                    .isEqualTo(Math.min(gains.get(i).quantity(), Math.min(roomOfDay, roomOfMonth)));
            days.merge(Per.DAY.slot(day), given.get(i), Long::sum);
            months.merge(Per.MONTH.slot(day), given.get(i), Long::sum);
        }
    }

    @Property
    void floorIsNeverPassedDownwards(
            @ForAll("activities") List<Happening> happenings,
            @ForAll @IntRange(max = 60) int least) {
        var given = Steps.points(Book.of(byQuantity("r")).floor("floor", least), happenings);
        var total = 0L;
        for (var i = 0; i < happenings.size(); i++) {
            var wanted = happenings.get(i).quantity();
            var expected = wanted >= 0 ? wanted : -Math.min(-wanted, Math.max(0, total - least));
            assertThat(given.get(i)).isEqualTo(expected);
            total += given.get(i);
        }
    }
}
