package dev.grapevine.graph.course;

import dev.grapevine.graph.rule.Rulebook;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** A customer on their way through a rulebook, who joined at the beginning of 2026. */
final class Journey {

    private static final Member MEMBER =
            new Member("cus_1", OffsetDateTime.parse("2026-01-01T00:00:00Z"));

    private final Rulebook rulebook;
    private final Progress progress = Progress.none();
    private final Course course;
    private int number;

    private Journey(Rulebook rulebook, Member member, Budgets budgets) {
        this.rulebook = rulebook;
        course = new Course(rulebook, member, progress, budgets);
    }

    static Journey through(Book book) {
        return through(book.rulebook());
    }

    static Journey through(Rulebook rulebook) {
        return new Journey(rulebook, MEMBER, Budgets.ENDLESS);
    }

    static Journey through(Book book, Budgets budgets) {
        return new Journey(book.rulebook(), MEMBER, budgets);
    }

    static Journey of(Member member, Book book) {
        return new Journey(book.rulebook(), member, Budgets.ENDLESS);
    }

    Verdict take(Doing doing) {
        return course.takeWithFindings(doing.happening(number++));
    }

    /** What the activities bring in all, each. */
    List<Long> points(Doing... doings) {
        return Arrays.stream(doings).map(this::point).toList();
    }

    long point(Doing doing) {
        return take(doing).gains().stream().mapToLong(Verdict.Gain::amount).sum();
    }

    /** The badges that an activity earns, as key, level and scope. */
    List<String> honours(Doing doing) {
        return take(doing).honours().stream()
                .map(it -> it.badgeKey() + " " + it.level() + it.scope().transform(Journey::after))
                .toList();
    }

    private static String after(String scope) {
        return scope.isEmpty() ? "" : " " + scope;
    }

    Standing standing(String at) {
        return Standing.of(
                rulebook.ladders().getFirst(), progress, OffsetDateTime.parse(at + "T12:00:00Z"));
    }

    String tier(String day) {
        return standing(day).tier().key();
    }

    Progress progress() {
        return progress;
    }
}
