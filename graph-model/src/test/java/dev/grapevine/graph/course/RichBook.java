package dev.grapevine.graph.course;

import static dev.grapevine.graph.course.RuleDraft.rule;

import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Aggregate.Type;
import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Comparison;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Criteria;
import dev.grapevine.graph.rule.Criteria.Measure;
import dev.grapevine.graph.rule.Criteria.Partition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Per;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A rulebook with something of everything that is remembered of a customer. */
final class RichBook {

    private static final String[] KINDS = {"order", "visit", "review"};

    private RichBook() {}

    static Book make() {
        var book =
                Book.of(
                        each("quantity").gives(new Amount.PerQuantity(BigDecimal.TEN)),
                        each("capped").atMost(25, Per.DAY).atMost(60, Per.WEEK),
                        each("monthly").gives(15).atMost(100, Per.MONTH).atMost(500, Per.YEAR),
                        each("third").when(new Condition.NthOfKind(3, true)),
                        each("fans").when(new Condition.HasBadge("fan")),
                        each("silver").when(new Condition.TierIn("rolling", List.of("silver"))));
        for (var type : Type.values()) {
            book = windowed(book, type);
        }
        return honoured(book)
                .cap("all", 200, Per.DAY)
                .cap("some", 90, Per.WEEK, "quantity", "third")
                .floor("zero", 0)
                .ladder("rolling", ladder(30, null))
                .ladder("monthly", ladder(null, Per.MONTH));
    }

    private static RuleDraft each(String key) {
        return rule(key).forKinds(KINDS).zone("Europe/Berlin");
    }

    private static Ladder ladder(Integer days, Per per) {
        return new Ladder("POINTS", days, per, 5, "Europe/Berlin", Book.tiers("1", "1.5", "2"));
    }

    private static Book windowed(Book book, Type type) {
        var aggregate = new Aggregate(type, List.of(KINDS), 30);
        var figure = new Condition.Figure(aggregate, Comparison.MORE, BigDecimal.TWO);
        return book.and(each("figure-" + type.name().toLowerCase(Locale.ROOT)).when(figure));
    }

    private static Book honoured(Book book) {
        return book.badge("fan", all(Badges.of(Measure.QUANTITY, 50, 500, 5_000)))
                .badge("value", all(Badges.of(Measure.VALUE, 100, 1_000)))
                .badge("days", all(Badges.of(Measure.DISTINCT_DAYS, 3, 30, 3_000)))
                .badge("streak", all(Badges.of(Measure.STREAK_OF_DAYS, 2, 5)))
                .badge("daily", all(Badges.count(2).in(Partition.DAY).repeatable()))
                .badge("weekly", all(Badges.count(3).in(Partition.WEEK).repeatable()))
                .badge("monthly", all(Badges.count(4).in(Partition.MONTH)))
                .badge("kinds", all(Badges.of(Measure.DISTINCT_KINDS, 3).in(Partition.YEAR)))
                .badge("loved", all(Badges.count(3).in(Partition.CONTRIBUTION).repeatable()))
                .badge("seen", all(Badges.of(Measure.DISTINCT_CONTRIBUTIONS, 3)));
    }

    private static Criteria all(Badges badge) {
        return badge.counting("visit", 1).counting("review", 2).zone("Europe/Berlin").make();
    }
}
