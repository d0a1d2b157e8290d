package dev.grapevine.graph.earning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-01, 2026-03-02, 1",
        "WEEK, 2026-03-02, 2026-03-08, 0",
        "WEEK, 2026-03-01, 2026-03-02, 1",
        "WEEK, 2025-12-29, 2026-01-04, 0",
        "WEEK, 1969-12-28, 1969-12-29, 1",
        "MONTH, 2026-02-01, 2026-02-28, 0",
        "MONTH, 2024-02-29, 2024-03-01, 1",
        "MONTH, 2025-12-31, 2026-01-01, 1",
        "YEAR, 2026-01-01, 2026-12-31, 0",
        "YEAR, 2025-12-31, 2026-01-01, 1",
        "ALL_TIME, 1970-01-01, 2100-01-01, 0",
    })
    void slotsAreConsecutiveForConsecutivePeriods(
            Period period, LocalDate one, LocalDate other, long apart) {
        assertThat(period.slot(other) - period.slot(one)).isEqualTo(apart);
    }

    @ParameterizedTest
    @EnumSource
    void slotsIncreaseWithTime(Period period) {
        var day = LocalDate.of(1965, 1, 1);
        for (var i = 0; i < 30_000; i++) {
            assertThat(period.slot(day.plusDays(i + 1)) - period.slot(day.plusDays(i)))
                    .isIn(0L, 1L);
        }
    }

    @Test
    void descriptionFollowsAnAmount() {
        assertThat(Period.DAY.description()).isEqualTo("a day");
        assertThat(Period.ALL_TIME.description()).isEqualTo("in all");
    }
}
