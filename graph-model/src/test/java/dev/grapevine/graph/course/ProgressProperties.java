package dev.grapevine.graph.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.rulebook.SpecText;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is remembered of a customer is enough, and is not more and more. */
class ProgressProperties {

    private static final Member MEMBER =
            new Member("cus_1", OffsetDateTime.parse("2026-03-01T00:00:00Z"));

    /** The type of what is stored, for the reader. */
    private static final class Numbers extends HashMap<String, Map<String, Long>> {
        private static final long serialVersionUID = 1;
    }

    @Provide
    Arbitrary<List<Happening>> activities() {
        return Steps.upTo(60, 40);
    }

    @Property(tries = 300)
    void stoppingAndGoingOnFromWhatWasStoredChangesNothing(
            @ForAll("activities") List<Happening> happenings,
            @ForAll @IntRange(max = 60) int first,
            @ForAll @IntRange(min = 1, max = 20) int often) {
        var rulebook = RichBook.make().rulebook();
        var throughout = Progress.none();
        var course = new Course(rulebook, MEMBER, throughout, Budgets.ENDLESS);
        var expected = happenings.stream().map(course::take).toList();
        var verdicts = new ArrayList<Verdict>();
        var progress = Progress.none();
        for (var i = 0; i < happenings.size(); i++) {
            if (i >= first && (i - first) % often == 0) {
                progress = stored(progress);
            }
            verdicts.add(
                    new Course(rulebook, MEMBER, progress, Budgets.ENDLESS)
                            .take(happenings.get(i)));
        }
        assertThat(verdicts).isEqualTo(expected);
        assertThat(progress.numbers()).isEqualTo(throughout.numbers());
        assertThat(progress.numbersByContribution()).isEqualTo(throughout.numbersByContribution());
    }

    private static Progress stored(Progress progress) {
        var again = Progress.of(SpecText.read(SpecText.of(progress.numbers()), Numbers.class));
        progress.numbersByContribution()
                .forEach(
                        (id, numbers) ->
                                again.know(id, SpecText.read(SpecText.of(numbers), Numbers.class)));
        return again;
    }

    @Property(tries = 50)
    void copyGoesItsOwnWay(@ForAll("activities") List<Happening> happenings) {
        var rulebook = RichBook.make().rulebook();
        var progress = Progress.none();
        var half = happenings.size() / 2;
        var course = new Course(rulebook, MEMBER, progress, Budgets.ENDLESS);
        happenings.subList(0, half).forEach(course::take);
        var before = SpecText.of(progress.numbers());
        var copy = new Course(rulebook, MEMBER, progress.copy(), Budgets.ENDLESS);
        var one = happenings.subList(half, happenings.size()).stream().map(copy::take).toList();
        assertThat(SpecText.of(progress.numbers())).isEqualTo(before);
        var other = happenings.subList(half, happenings.size()).stream().map(course::take).toList();
        assertThat(one).isEqualTo(other);
    }

    @Example
    void tenYearsOfDailyActivitiesNeedNoMoreThanOne() {
        var rulebook = RichBook.make().rulebook();
        var progress = Progress.none();
        var course = new Course(rulebook, MEMBER, progress, Budgets.ENDLESS);
        var at = OffsetDateTime.parse("2026-03-20T08:00:00Z");
        var sizes = new ArrayList<Integer>();
        var kinds = List.of("order", "visit", "review");
        for (var i = 0; i < 3_650; i++) {
            var doing =
                    Doing.of(kinds.get(i % 3))
                            .at(at.plusDays(i).toString())
                            .value("12.34")
                            .over(i % 2 == 0 ? "app" : "web")
                            .about("con_" + i % 40, "idea");
            course.take(doing.happening(i));
            sizes.add(size(progress));
        }
        var afterOneYear = sizes.subList(0, 365).stream().mapToInt(it -> it).max().orElseThrow();
        assertThat(afterOneYear).isLessThan(500);
        assertThat(sizes).allMatch(size -> size < afterOneYear + 20);
    }

    private static int size(Progress progress) {
        return progress.numbers().values().stream().mapToInt(Map::size).sum();
    }
}
