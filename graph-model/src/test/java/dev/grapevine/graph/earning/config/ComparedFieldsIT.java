package dev.grapevine.graph.earning.config;

import static dev.grapevine.graph.testing.TestEarningRules.gives;
import static dev.grapevine.graph.testing.TestEarningRules.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.activity.RecordActivity;
import dev.grapevine.graph.activity.kind.FieldType;
import dev.grapevine.graph.activity.kind.KindField;
import dev.grapevine.graph.badge.BadgeAward;
import dev.grapevine.graph.brand.Brand;
import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.earning.rule.BadgeCriteria;
import dev.grapevine.graph.earning.rule.Comparison;
import dev.grapevine.graph.earning.rule.Condition;
import dev.grapevine.graph.earning.rule.PointsFormula;
import dev.grapevine.graph.testing.GraphTest;
import dev.grapevine.graph.testing.TestBrand;
import dev.grapevine.graph.testing.TestEarningRules;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.OffsetDateTime;
import java.util.List;

/** Comparison of fields: stored as text, compared as numbers if their type is number. */
@GraphTest
class ComparedFieldsIT {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    @Autowired TestEarningRules testEarningRules;

    @Autowired TestBrand testBrand;

    Brand brand;
    Customer ada;

    @BeforeEach
    void setUp() {
        brand = testBrand.newBrand();
        ada = testBrand.enrol(brand, "ada");
        testEarningRules.kinds(
                brand,
                List.of(
                        new KindField("stars", FieldType.NUMBER, false),
                        new KindField("version", FieldType.TEXT, false)),
                "review.posted");
    }

    private void review(String id, String field, String value) {
        var fields = List.of(new RecordActivity.Field(field, value));
        testEarningRules.record(
                brand,
                new RecordActivity(id, "review.posted", "ada", null, null, NOON, 1, null, fields));
    }

    private static Condition is(String field, String value) {
        return new Condition.FieldIs(field, Comparison.EQUAL, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "5.0000", "05", "+5", "0.5E1"})
    void comparesNumbersInAnyNotation(String five) {
        testEarningRules.publish(
                brand,
                "five",
                gives(1, "review.posted").when(new Condition.All(List.of(is("stars", five)))));
        review("r1", "stars", "5");
        review("r2", "stars", "5.00");
        review("r3", "stars", "4.5");
        assertThat(testEarningRules.balance(ada)).isEqualTo(2);
    }

    @Test
    void comparesTextsThatLookLikeNumbersAsTexts() {
        testEarningRules.publish(
                brand,
                "one",
                rule(new PointsFormula.Fixed(1), is("version", "1.10"), "review.posted"));
        review("r1", "version", "1.1");
        assertThat(testEarningRules.balance(ada)).isZero();
        review("r2", "version", "1.10");
        assertThat(testEarningRules.balance(ada)).isEqualTo(1);
    }

    @Test
    void comparesNumbersInBadgeCriteria() {
        var criteria =
                new BadgeCriteria(
                        List.of(new BadgeCriteria.WeightedKind("review.posted", 1)),
                        new Condition.Not(is("stars", "4.0")),
                        BadgeCriteria.Measure.COUNT,
                        BadgeCriteria.MeasurePeriod.ALL_TIME,
                        false,
                        List.of(new BadgeCriteria.Level("One", 1)),
                        false,
                        "UTC");
        testEarningRules.badge(brand, "fan", criteria);
        review("r1", "stars", "4");
        assertThat(testEarningRules.awards(ada)).isEmpty();
        review("r2", "stars", "5");
        assertThat(testEarningRules.awards(ada))
                .extracting(BadgeAward::measuredValue)
                .containsExactly(1L);
    }

    @Test
    void expressionThatDividesByZeroGivesNothing() {
        testEarningRules.publish(
                brand,
                "share",
                rule(new PointsFormula.ByExpression("60 / (quantity - 1)"), null, "review.posted"));
        review("r1", "stars", "4");
        assertThat(testEarningRules.balance(ada)).isZero();
        var many = new RecordActivity("r2", "review.posted", "ada", null, NOON, 4, null);
        testEarningRules.record(brand, many);
        assertThat(testEarningRules.balance(ada)).isEqualTo(20);
    }
}
