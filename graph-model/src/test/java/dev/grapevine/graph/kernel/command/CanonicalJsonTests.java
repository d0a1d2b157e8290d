package dev.grapevine.graph.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;

class CanonicalJsonTests {

    private record Rename(String id, @Nullable String name) implements Command {
        @Override
        public String operation() {
            return "rename";
        }
    }

    private record RenameWithReason(String id, @Nullable String name, @Nullable String reason)
            implements Command {
        @Override
        public String operation() {
            return "rename";
        }
    }

    @Test
    void commandIsTheArrayOfItsComponents() {
        assertThat(CanonicalJson.of(new Rename("a", "b"))).isEqualTo("[\"a\",\"b\"]");
        assertThat(CanonicalJson.of(new BrandCommand("x", new Rename("a", "b"))))
                .isEqualTo("[\"x\",[\"a\",\"b\"]]");
    }

    @Test
    void newComponentThatIsLeftOutChangesNothing() {
        assertThat(CanonicalJson.of(new RenameWithReason("a", "b", null)))
                .isEqualTo(CanonicalJson.of(new Rename("a", "b")));
    }

    @Test
    void missingComponentKeepsItsPosition() {
        assertThat(CanonicalJson.of(new RenameWithReason("a", null, "b")))
                .isEqualTo("[\"a\",null,\"b\"]")
                .isNotEqualTo(CanonicalJson.of(new Rename("a", "b")));
    }

    @Test
    void mapsAreSortedByKey() {
        var map = new LinkedHashMap<String, Integer>();
        map.put("b", 1);
        map.put("a", 2);
        assertThat(CanonicalJson.of(map)).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Test
    void sameMomentHasTheSameTextInEachTimeZone() {
        assertThat(CanonicalJson.of(List.of(OffsetDateTime.parse("2026-01-01T02:00:00+02:00"))))
                .isEqualTo("[\"2026-01-01T00:00Z\"]");
    }
}
