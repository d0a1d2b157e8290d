package dev.grapevine.graph.earning.config;

import static dev.grapevine.graph.testing.TestBrand.call;
import static dev.grapevine.graph.testing.TestBrand.rejections;
import static dev.grapevine.graph.testing.TestEarningRules.awarding;
import static dev.grapevine.graph.testing.TestEarningRules.budgeted;
import static dev.grapevine.graph.testing.TestEarningRules.capped;
import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;
import static dev.grapevine.graph.testing.TestEarningRules.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.earning.rule.Aggregate;
import dev.grapevine.graph.earning.rule.Cap;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.EarningLimit;
import dev.grapevine.graph.earning.rule.Period;
import dev.grapevine.graph.earning.rule.PointsAction;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.earning.rule.Rounding;
import dev.grapevine.graph.earning.rule.RuleSpec;
import dev.grapevine.graph.earning.rule.TierSet;
import dev.grapevine.graph.earning.rule.TierSet.Tier;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.currency.Currency;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

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

/** Invalid configuration is rejected and nothing is stored. */
@GraphTest
class InvalidConfigIT {

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
                    field("size", Comparison.GREATER, "1"),
                    field("gift", Comparison.EQUAL, "perhaps"),
                    field("stars", Comparison.EQUAL, "five"),
                    field("stars", Comparison.GREATER, "NaN"),
                    field("stars", Comparison.GREATER, "0.00001"),
                    field("stars", Comparison.EQUAL, "1E+999999999"),
                    new Condition.ValueIs(Comparison.GREATER, new BigDecimal("1E-9")),
                    new Condition.ValueIs(Comparison.GREATER, new BigDecimal("1E+999999")),
                    new Condition.HasBadge("no-such"),
                    new Condition.TierIn("no-such", List.of("gold")),
                    new Condition.NthOfKind(0, true),
                    new Condition.NthOfKind(-3, false),
                    new Condition.MembershipDays(Comparison.GREATER, -1),
                    new Condition.Weekdays(List.of()),
                    new Condition.TimeOfDay(LocalTime.NOON, LocalTime.NOON),
                    aggregate(List.of(KIND), 0),
                    aggregate(List.of(KIND), 367),
                    aggregate(List.of(), null),
                    aggregate(List.of("no.such"), null),
                    aggregate(List.of(KIND, KIND), null),
                    new Condition.ExpressionIs("quantity +"),
                    new Condition.ExpressionIs("quantity"),
                    new Condition.ExpressionIs("x".repeat(501)));

    static final List<RuleSpec> WRONG_RULES =
            List.of(
                    gives(10, "no.such"),
                    gives(10),
                    gives(10, KIND, KIND),
                    gives(0, KIND),
                    gives(1_000_000_001, KIND),
                    capped(gives(10, KIND), new Cap(-1, Period.DAY)),
                    capped(gives(10, KIND), new Cap(1_000_000_001, Period.DAY)),
                    budgeted(gives(10, KIND), 0),
                    budgeted(gives(10, KIND), -1),
                    awarding(gives(10, KIND), "no-such"),
                    times("0", null, KIND),
                    times("-1", null, KIND),
                    times("1000.1", null, KIND),
                    times("1.0000001", null, KIND),
                    times("1E-1000000", null, KIND),
                    times("1E+1000000", null, KIND),
                    rule(new PointsFormula.ByExpression("1 +"), null, KIND),
                    rule(new PointsFormula.ByExpression("kind == 'a'"), null, KIND),
                    rule(new PointsFormula.PerQuantity(BigDecimal.ZERO), null, KIND),
                    rule(new PointsFormula.PerQuantity(new BigDecimal("1E-7")), null, KIND),
                    rule(new PointsFormula.PerValue(BigDecimal.ONE, BigDecimal.ZERO), null, KIND),
                    rule(
                            new PointsFormula.PerValue(BigDecimal.ONE, BigDecimal.TEN.negate()),
                            null,
                            KIND),
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

    static final List<TierSet> WRONG_TIER_SETS =
            List.of(
                    tierSet(tier("a", 0, 100L), tier("b", 90, null)),
                    tierSet(tier("a", 0, 100L), tier("b", 110, null)),
                    tierSet(tier("a", 1, 100L), tier("b", 100, null)),
                    tierSet(tier("aa", 0, 100L), tier("aa", 100, null)),
                    tierSet(tier("aa", 0, null), tier("bb", 0, null)),
                    tierSet(tier("aa", 0, 100L), tier("bb", 100, 200L)),
                    tierSet(tier("aa", 0, 0L), tier("bb", 0, null)),
                    tierSet(),
                    new TierSet("no-such", 30, null, 0, "UTC", fineTiers()),
                    new TierSet(Currency.STANDARD, 30, Period.YEAR, 0, "UTC", fineTiers()),
                    new TierSet(Currency.STANDARD, null, null, 0, "UTC", fineTiers()),
                    new TierSet(Currency.STANDARD, 30, null, -1, "UTC", fineTiers()),
                    new TierSet(Currency.STANDARD, 0, null, 0, "UTC", fineTiers()),
                    new TierSet(Currency.STANDARD, 30, null, 0, "Mars/Base", fineTiers()),
                    tierSet(new Tier("aa", "A", 0, null, new BigDecimal("1E-1000000"), List.of())),
                    tierSet(new Tier("aa", "A", 0, null, BigDecimal.ZERO, List.of())));

    static final List<EarningLimit> WRONG_LIMITS =
            List.of(
                    new EarningLimit(
                            EarningLimit.Type.CAP,
                            Currency.STANDARD,
                            List.of(),
                            -1,
                            Period.DAY,
                            "UTC"),
                    new EarningLimit(
                            EarningLimit.Type.CAP, "no-such", List.of(), 10, Period.DAY, "UTC"),
                    new EarningLimit(
                            EarningLimit.Type.FLOOR,
                            Currency.STANDARD,
                            List.of(),
                            1,
                            Period.DAY,
                            "UTC"),
                    new EarningLimit(
                            EarningLimit.Type.CAP,
                            Currency.STANDARD,
                            List.of("no-such"),
                            1,
                            Period.DAY,
                            "UTC"),
                    new EarningLimit(
                            EarningLimit.Type.CAP,
                            Currency.STANDARD,
                            List.of(),
                            1,
                            Period.DAY,
                            "+99:00"));

    @Autowired EarningRules rules;

    @Autowired RuleHistories histories;

    @Autowired TestEarningRules testEarningRules;

    @Autowired TestBrand testBrand;

    @Autowired Driver driver;

    Brand brand;
    long revision;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        testEarningRules.kinds(
                brand,
                List.of(
                        new KindField("stars", FieldType.NUMBER, false),
                        new KindField("size", FieldType.TEXT, false),
                        new KindField("gift", FieldType.BOOLEAN, false)),
                KIND);
        revision = histories.revision(brand.id());
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(histories.revision(brand.id())).isEqualTo(revision);
        try (var session = driver.session()) {
            var versions =
                    session.run(
                                    "MATCH (d:ConfigVersion {brandId: $brand}) RETURN count(*) AS"
                                            + " n",
                                    Map.of("brand", brand.id()))
                            .single();
            assertThat(versions.get("n").asLong()).isZero();
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

    private static Condition aggregate(List<String> kinds, Integer days) {
        var count = new Aggregate(Aggregate.Type.COUNT, kinds, days);
        return new Condition.AggregateIs(count, Comparison.GREATER, BigDecimal.ONE);
    }

    private static RuleSpec inCurrency(String code) {
        var effect = new PointsAction(code, new PointsFormula.Fixed(1), Rounding.DOWN, false);
        return of(effect, "UTC", null, null);
    }

    private static RuleSpec with(String timeZone, OffsetDateTime from, OffsetDateTime until) {
        var effect =
                new PointsAction(
                        Currency.STANDARD, new PointsFormula.Fixed(1), Rounding.DOWN, false);
        return of(effect, timeZone, from, until);
    }

    private static RuleSpec of(
            PointsAction effect, String timeZone, OffsetDateTime from, OffsetDateTime until) {
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

    private static TierSet tierSet(Tier... tiers) {
        return new TierSet(Currency.STANDARD, 30, null, 0, "UTC", List.of(tiers));
    }

    private static void isInvalid(Result<?> result) {
        assertThat(rejections(result)).isNotEmpty().containsOnly("INVALID_INPUT");
    }

    private Result<ConfigVersion> draft(String key, String name, RuleSpec spec) {
        return rules.draft(call(), brand.key(), new DraftRule(key, name, spec), new Validation());
    }

    @ParameterizedTest
    @FieldSource("WRONG_CONDITIONS")
    void rejectsARuleWithACondition(Condition condition) {
        isInvalid(draft("rule", "Rule", gives(10, KIND).when(condition)));
    }

    @ParameterizedTest
    @FieldSource("WRONG_RULES")
    void rejectsARule(RuleSpec spec) {
        isInvalid(draft("rule", "Rule", spec));
        assertThat(rules.problems(brand.id(), spec)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("WRONG_TIER_SETS")
    void rejectsTiers(TierSet tierSet) {
        isInvalid(rules.set(call(), brand.key(), new SetTierSet("tiers", "Tiers", tierSet)));
    }

    @ParameterizedTest
    @FieldSource("WRONG_LIMITS")
    void rejectsALimit(EarningLimit earningLimit) {
        isInvalid(
                rules.set(
                        call(), brand.key(), new SetEarningLimit("limit", "Limit", earningLimit)));
    }

    @Test
    void rejectsInvalidKeysAndNamesAndUnknownBrands() {
        var fine = gives(10, KIND);
        isInvalid(draft("R", "Rule", fine));
        isInvalid(draft("rule|1", "Rule", fine));
        isInvalid(draft("rule", " ", fine));
        isInvalid(draft("rule", "x".repeat(101), fine));
        assertThat(
                        rejections(
                                rules.draft(
                                        call(),
                                        "no-such",
                                        new DraftRule("rule", "Rule", fine),
                                        new Validation())))
                .containsExactly("BRAND_NOT_FOUND");
    }
}
