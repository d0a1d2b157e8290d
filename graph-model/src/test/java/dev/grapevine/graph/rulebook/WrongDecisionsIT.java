package dev.grapevine.graph.rulebook;

import static dev.grapevine.graph.testing.Programme.awarding;
import static dev.grapevine.graph.testing.Programme.budgeted;
import static dev.grapevine.graph.testing.Programme.capped;
import static dev.grapevine.graph.testing.Programme.gives;
import static dev.grapevine.graph.testing.Programme.rule;
import static dev.grapevine.graph.testing.Programme.times;
import static dev.grapevine.graph.testing.World.call;
import static dev.grapevine.graph.testing.World.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.engagement.FieldType;
import dev.grapevine.graph.engagement.KindField;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.points.Currency;
import dev.grapevine.graph.rule.Aggregate;
import dev.grapevine.graph.rule.Amount;
import dev.grapevine.graph.rule.Cap;
import dev.grapevine.graph.rule.Comparison;
import dev.grapevine.graph.rule.Condition;
import dev.grapevine.graph.rule.Ladder;
import dev.grapevine.graph.rule.Ladder.Tier;
import dev.grapevine.graph.rule.Limit;
import dev.grapevine.graph.rule.Per;
import dev.grapevine.graph.rule.PointsEffect;
import dev.grapevine.graph.rule.Rounding;
import dev.grapevine.graph.rule.RuleSpec;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.Programme;
import dev.grapevine.graph.testing.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is refused, and leaves nothing behind. */
@GraphTest
class WrongDecisionsIT {

    private static final String KIND = "review.posted";
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final Condition FINE = new Condition.HasReferrer();

    static final List<Condition> WRONG_CONDITIONS =
            List.of(
                    nested(21),
                    nested(1_000),
                    new Condition.All(Collections.nCopies(10_000, FINE)),
                    new Condition.Any(Collections.nCopies(200, FINE)),
                    new Condition.All(List.of()),
                    new Condition.KindIn(List.of("no.such")),
                    new Condition.KindIn(List.of()),
                    new Condition.ChannelIn(List.of()),
                    field("colour", Comparison.EQUAL, "red"),
                    field("size", Comparison.MORE, "1"),
                    field("gift", Comparison.EQUAL, "perhaps"),
                    field("stars", Comparison.EQUAL, "five"),
                    field("stars", Comparison.MORE, "NaN"),
                    field("stars", Comparison.MORE, "0.00001"),
                    field("stars", Comparison.EQUAL, "1E+999999999"),
                    new Condition.ValueIs(Comparison.MORE, new BigDecimal("1E-9")),
                    new Condition.ValueIs(Comparison.MORE, new BigDecimal("1E+999999")),
                    new Condition.HasBadge("no-such"),
                    new Condition.TierIn("no-such", List.of("gold")),
                    new Condition.NthOfKind(0, true),
                    new Condition.NthOfKind(-3, false),
                    new Condition.MemberFor(Comparison.MORE, -1),
                    new Condition.Weekdays(List.of()),
                    new Condition.TimeOfDay(LocalTime.NOON, LocalTime.NOON),
                    figure(List.of(KIND), 0),
                    figure(List.of(KIND), 367),
                    figure(List.of(), null),
                    figure(List.of("no.such"), null),
                    figure(List.of(KIND, KIND), null),
                    new Condition.Formula("quantity +"),
                    new Condition.Formula("quantity"),
                    new Condition.Formula("x".repeat(501)));

    static final List<RuleSpec> WRONG_RULES =
            List.of(
                    gives(10, "no.such"),
                    gives(10),
                    gives(10, KIND, KIND),
                    gives(0, KIND),
                    gives(1_000_000_001, KIND),
                    capped(gives(10, KIND), new Cap(-1, Per.DAY)),
                    capped(gives(10, KIND), new Cap(1_000_000_001, Per.DAY)),
                    budgeted(gives(10, KIND), 0),
                    budgeted(gives(10, KIND), -1),
                    awarding(gives(10, KIND), "no-such"),
                    times("0", null, KIND),
                    times("-1", null, KIND),
                    times("1000.1", null, KIND),
                    times("1.0000001", null, KIND),
                    times("1E-1000000", null, KIND),
                    times("1E+1000000", null, KIND),
                    rule(new Amount.Formula("1 +"), null, KIND),
                    rule(new Amount.Formula("kind == 'a'"), null, KIND),
                    rule(new Amount.PerQuantity(BigDecimal.ZERO), null, KIND),
                    rule(new Amount.PerQuantity(new BigDecimal("1E-7")), null, KIND),
                    rule(new Amount.PerValue(BigDecimal.ONE, BigDecimal.ZERO), null, KIND),
                    rule(new Amount.PerValue(BigDecimal.ONE, BigDecimal.TEN.negate()), null, KIND),
                    inCurrency("no-such"),
                    with("Europe/Atlantis", null, null),
                    with("", null, null),
                    with("UTC", NOON, NOON),
                    with("UTC", NOON, NOON.minusDays(1)),
                    new RuleSpec(
                            List.of(KIND),
                            null,
                            null,
                            null,
                            null,
                            0,
                            null,
                            List.of(),
                            null,
                            "UTC",
                            null,
                            null));

    static final List<Ladder> WRONG_LADDERS =
            List.of(
                    ladder(tier("a", 0, 100L), tier("b", 90, null)),
                    ladder(tier("a", 0, 100L), tier("b", 110, null)),
                    ladder(tier("a", 1, 100L), tier("b", 100, null)),
                    ladder(tier("aa", 0, 100L), tier("aa", 100, null)),
                    ladder(tier("aa", 0, null), tier("bb", 0, null)),
                    ladder(tier("aa", 0, 100L), tier("bb", 100, 200L)),
                    ladder(tier("aa", 0, 0L), tier("bb", 0, null)),
                    ladder(),
                    new Ladder("no-such", 30, null, 0, "UTC", fineTiers()),
                    new Ladder(Currency.STANDARD, 30, Per.YEAR, 0, "UTC", fineTiers()),
                    new Ladder(Currency.STANDARD, null, null, 0, "UTC", fineTiers()),
                    new Ladder(Currency.STANDARD, 30, null, -1, "UTC", fineTiers()),
                    new Ladder(Currency.STANDARD, 0, null, 0, "UTC", fineTiers()),
                    new Ladder(Currency.STANDARD, 30, null, 0, "Mars/Base", fineTiers()),
                    ladder(new Tier("aa", "A", 0, null, new BigDecimal("1E-1000000"), List.of())),
                    ladder(new Tier("aa", "A", 0, null, BigDecimal.ZERO, List.of())));

    static final List<Limit> WRONG_LIMITS =
            List.of(
                    new Limit(Limit.Type.CAP, Currency.STANDARD, List.of(), -1, Per.DAY, "UTC"),
                    new Limit(Limit.Type.CAP, "no-such", List.of(), 10, Per.DAY, "UTC"),
                    new Limit(Limit.Type.FLOOR, Currency.STANDARD, List.of(), 1, Per.DAY, "UTC"),
                    new Limit(
                            Limit.Type.CAP,
                            Currency.STANDARD,
                            List.of("no-such"),
                            1,
                            Per.DAY,
                            "UTC"),
                    new Limit(Limit.Type.CAP, Currency.STANDARD, List.of(), 1, Per.DAY, "+99:00"));

    @Autowired EarningRules rules;

    @Autowired Rulebooks rulebooks;

    @Autowired Programme programme;

    @Autowired World world;

    @Autowired Driver driver;

    Brand brand;
    long edition;

    @BeforeEach
    void setUp() {
        brand = world.newBrand();
        programme.kinds(
                brand,
                List.of(
                        new KindField("stars", FieldType.NUMBER, false),
                        new KindField("size", FieldType.TEXT, false),
                        new KindField("gift", FieldType.BOOLEAN, false)),
                KIND);
        edition = rulebooks.edition(brand.id());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(rulebooks.edition(brand.id())).isEqualTo(edition);
        try (var session = driver.session()) {
            var decisions =
                    session.run(
                                    "MATCH (d:Decision {brandId: $brand}) RETURN count(*) AS n",
                                    Map.of("brand", brand.id()))
                            .single();
            assertThat(decisions.get("n").asLong()).isZero();
        }
    }

    private static Condition nested(int depth) {
        var condition = FINE;
        for (var level = 1; level < depth; level++) {
            condition = new Condition.Not(condition);
        }
        return condition;
    }

    private static Condition field(String name, Comparison comparison, String value) {
        return new Condition.FieldIs(name, comparison, value);
    }

    private static Condition figure(List<String> kinds, Integer days) {
        var count = new Aggregate(Aggregate.Type.COUNT, kinds, days);
        return new Condition.Figure(count, Comparison.MORE, BigDecimal.ONE);
    }

    private static RuleSpec inCurrency(String code) {
        var effect = new PointsEffect(code, new Amount.Fixed(1), Rounding.DOWN, false);
        return of(effect, "UTC", null, null);
    }

    private static RuleSpec with(String timeZone, OffsetDateTime from, OffsetDateTime until) {
        var effect = new PointsEffect(Currency.STANDARD, new Amount.Fixed(1), Rounding.DOWN, false);
        return of(effect, timeZone, from, until);
    }

    private static RuleSpec of(
            PointsEffect effect, String timeZone, OffsetDateTime from, OffsetDateTime until) {
        return new RuleSpec(
                List.of(KIND),
                null,
                effect,
                null,
                null,
                0,
                null,
                List.of(),
                null,
                timeZone,
                from,
                until);
    }

    private static Tier tier(String key, long from, Long until) {
        return new Tier(key.repeat(2), key, from, until, BigDecimal.ONE, List.of());
    }

    private static List<Tier> fineTiers() {
        return List.of(tier("a", 0, 10L), tier("b", 10, null));
    }

    private static Ladder ladder(Tier... tiers) {
        return new Ladder(Currency.STANDARD, 30, null, 0, "UTC", List.of(tiers));
    }

    private static void isInvalid(Outcome<?> outcome) {
        assertThat(refusals(outcome)).isNotEmpty().containsOnly("INVALID_INPUT");
    }

    private Outcome<Decision> draft(String key, String name, RuleSpec spec) {
        return rules.draft(call(), brand.key(), new DraftRule(key, name, spec));
    }

    @ParameterizedTest
    @FieldSource("WRONG_CONDITIONS")
    void refusesARuleWithACondition(Condition condition) {
        isInvalid(draft("rule", "Rule", gives(10, KIND).when(condition)));
    }

    @ParameterizedTest
    @FieldSource("WRONG_RULES")
    void refusesARule(RuleSpec spec) {
        isInvalid(draft("rule", "Rule", spec));
        assertThat(rules.problems(brand.id(), spec)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("WRONG_LADDERS")
    void refusesTiers(Ladder ladder) {
        isInvalid(rules.define(call(), brand.key(), new DefineLadder("tiers", "Tiers", ladder)));
    }

    @ParameterizedTest
    @FieldSource("WRONG_LIMITS")
    void refusesALimit(Limit limit) {
        isInvalid(rules.define(call(), brand.key(), new DefineLimit("limit", "Limit", limit)));
    }

    @Test
    void refusesKeysNamesAndBrandsThatAreNone() {
        var fine = gives(10, KIND);
        isInvalid(draft("R", "Rule", fine));
        isInvalid(draft("rule|1", "Rule", fine));
        isInvalid(draft("rule", " ", fine));
        isInvalid(draft("rule", "x".repeat(101), fine));
        assertThat(refusals(rules.draft(call(), "no-such", new DraftRule("rule", "Rule", fine))))
                .containsExactly("BRAND_NOT_FOUND");
    }
}
