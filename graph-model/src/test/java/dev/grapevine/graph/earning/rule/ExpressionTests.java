package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Map;

class ExpressionTests {

    private static final Map<String, Object> ORDER =
            Expression.variables("order", "app", 3, 2.5, Map.of("size", "XL", "stars", "4"));

    private static BigDecimal number(String expression) throws Expression.EvaluationFailed {
        return Expression.number(expression, ORDER);
    }

    @Test
    void variablesAreThoseOfTheActivity() throws Expression.EvaluationFailed {
        assertThat(number("quantity * 2")).isEqualByComparingTo("6");
        assertThat(number("value * 2.0")).isEqualByComparingTo("5");
        assertThat(number("int(fields.stars) + quantity")).isEqualByComparingTo("7");
        assertThat(Expression.isTrue("kind == 'order' && channel == 'app'", ORDER)).isTrue();
        assertThat(Expression.isTrue("'size' in fields && fields.size == 'XL'", ORDER)).isTrue();
    }

    @Test
    void numbersOfEachTypeAreNumbers() throws Expression.EvaluationFailed {
        assertThat(number("-7")).isEqualByComparingTo("-7");
        assertThat(number("uint(7)")).isEqualByComparingTo("7");
        assertThat(number("18446744073709551615u")).isEqualByComparingTo("18446744073709551615");
        assertThat(number("0.1 + 0.2")).isEqualByComparingTo("0.3");
        assertThat(number("-0.0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quantity / 0",
                "quantity % 0",
                "value / 0.0",
                "double('NaN')",
                "1e400",
                "9223372036854775807 + quantity",
                "int(1e30)",
                "fields.colour",
                "fields.size",
                "int(fields.size)",
                "kind",
                "true",
                "null",
                "nothing + 1",
                "'a' + 1",
                "value > 1",
                "[1][5]",
                "quantity +",
                ""
            })
    void resultThatIsNotAFiniteNumberFails(String expression) {
        assertThatThrownBy(() -> number(expression))
                .isInstanceOf(Expression.EvaluationFailed.class);
    }

    @Test
    void resultOtherThanTrueIsFalse() throws Expression.EvaluationFailed {
        assertThat(Expression.isTrue("false", ORDER)).isFalse();
        assertThat(Expression.isTrue("1", ORDER)).isFalse();
        assertThat(Expression.isTrue("kind", ORDER)).isFalse();
    }

    @Test
    void missingFieldDoesNotMatterIfTheRestDecides() throws Expression.EvaluationFailed {
        assertThat(Expression.isTrue("quantity == 3 || fields.colour == 'red'", ORDER)).isTrue();
        assertThat(Expression.isTrue("quantity == 4 && fields.colour == 'red'", ORDER)).isFalse();
    }

    @Test
    void lengthIsBounded() {
        var longest = "quantity" + " ".repeat(Expression.MAX_LENGTH - 8);
        assertThat(Expression.problem(longest, false)).isEmpty();
        assertThat(Expression.problem(longest + " ", false))
                .get()
                .asString()
                .contains("at most 500 are allowed");
    }

    @Test
    void depthIsBounded() {
        assertThat(Expression.problem("(".repeat(20) + "1" + ")".repeat(20), false)).isEmpty();
        assertThat(Expression.problem("(".repeat(200) + "1" + ")".repeat(200), false))
                .get()
                .asString()
                .contains("nested more than 30 levels deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2].all(x, x > 0)",
                "[1, 2].exists(x, x > 1)",
                "size([1, 2].map(x, x)) > 0",
                "kind.matches('o.*')",
                "matches(kind, 'o.*')"
            })
    void comprehensionsAndRegularExpressionsAreInvalid(String expression) {
        assertThat(Expression.problem(expression, true))
                .get()
                .asString()
                .contains("is not a variable or function of expressions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "quantity >= 3 && matches(kind, 'x') | at character 25: 'matches' is not a"
                        + " variable or function of expressions.",
                "quantity + | at character 11: it ends too early.",
                "quantity 3 | at character 10: '3' is not expected here.",
                "quantity # 3 | at character 10: '#' is not expected here.",
                "quantity + 'x' | at character 10: '+' cannot be applied to (int, string).",
                "1 / (quantity - quantity) | The expression fails for a sample: / by zero."
            })
    void problemsAreToldInWordsWithTheCharacter(String expression, String problem) {
        assertThat(Expression.problem(expression, false)).get().asString().endsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "fields.size", "true", "quantity > 1", "duration('1s')"})
    void pointsExpressionMustBeANumber(String expression) {
        assertThat(Expression.problem(expression, false))
                .contains("The expression is not a number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "fields.size", "1", "quantity", "null"})
    void conditionExpressionMustBeABoolean(String expression) {
        assertThat(Expression.problem(expression, true))
                .contains("The expression is not true or false.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int(fields.stars)",
                "double(fields.stars) * 2.0",
                "10 / (quantity - 1)",
                "10 / (quantity - 7)",
                "quantity > 1 ? quantity : 0"
            })
    void fieldOfSomeActivitiesIsValid(String expression) {
        assertThat(Expression.problem(expression, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantity / 0", "int(1e30)", "[1][5]", "nothing", "1 +"})
    void expressionThatAlwaysFailsIsInvalid(String expression) {
        assertThat(Expression.problem(expression, false)).isPresent();
    }
}
