package dev.grapevine.graph.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.value.ValueException;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

class RowsTests {

    private static final OffsetDateTime PLACED = OffsetDateTime.parse("2026-03-04T10:15:30.001Z");

    private record Line(String product, int quantity) {}

    private record Order(
            String id,
            long cents,
            @Nullable OffsetDateTime placedAt,
            @Nullable Line firstLine,
            @Nullable List<Line> lines,
            @Nullable List<String> tags) {}

    private record Positive(long number) {
        private Positive {
            if (number < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    private static Value value(Map<String, Object> properties) {
        return Values.value(properties);
    }

    @Test
    void givesEachComponentTheValueOfItsNameOfWhateverOrderAndIgnoresOthers() {
        var tea = Map.<String, Object>of("quantity", 2, "product", "tea");

        var order =
                Rows.map(
                        value(
                                Map.of(
                                        "unknown",
                                        true,
                                        "tags",
                                        List.of("gift", "express"),
                                        "lines",
                                        List.of(tea, tea),
                                        "firstLine",
                                        tea,
                                        "placedAt",
                                        PLACED,
                                        "status",
                                        "PAID",
                                        "cents",
                                        1_250,
                                        "id",
                                        "ord_1")),
                        Order.class);

        var line = new Line("tea", 2);
        assertThat(order)
                .isEqualTo(
                        new Order(
                                "ord_1",
                                1_250,
                                PLACED,
                                line,
                                List.of(line, line),
                                List.of("gift", "express")));
    }

    @Test
    void givesNullForWhatIsAbsent() {
        assertThat(Rows.map(value(Map.of("id", "ord_1", "cents", 0)), Order.class))
                .isEqualTo(new Order("ord_1", 0, null, null, null, null));
    }

    @Test
    void refusesANumberThatIsAbsentOrOfAnotherTypeAndPassesOnWhatAConstructorThrows() {
        assertThatThrownBy(() -> Rows.map(value(Map.of("id", "ord_1")), Order.class))
                .hasMessage("There is no value for cents.");
        assertThatThrownBy(() -> Rows.map(value(Map.of("number", "two")), Positive.class))
                .isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> Rows.map(value(Map.of("number", -1)), Positive.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative");
    }
}
