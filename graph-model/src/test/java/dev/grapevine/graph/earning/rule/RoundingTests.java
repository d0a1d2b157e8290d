package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class RoundingTests {

    @ParameterizedTest
    @CsvSource({
        "DOWN, 2.9, 1, 2",
        "DOWN, -2.9, 1, -2",
        "HALF_UP, 2.5, 1, 3",
        "HALF_UP, 2.4999999, 1, 2",
        "HALF_UP, -2.5, 1, -3",
        "UP, 2.0000001, 1, 3",
        "UP, -2.0000001, 1, -3",
        "UP, 2.000, 1, 2",
        "DOWN, 30, 3, 10",
        "UP, 30, 3, 10",
        "DOWN, 29.9999, 3, 9",
        "HALF_UP, 1, 3, 0",
        "HALF_UP, 2, 3, 1",
        "DOWN, 0, 3, 0",
    })
    void roundsToWholePoints(Rounding rounding, BigDecimal points, BigDecimal each, long whole) {
        assertThat(rounding.divide(points, each)).isEqualTo(BigDecimal.valueOf(whole));
    }
}
