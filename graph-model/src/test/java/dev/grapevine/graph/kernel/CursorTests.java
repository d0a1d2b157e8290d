package dev.grapevine.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;

class CursorTests {

    @ParameterizedTest
    @CsvSource({
        "0,''",
        "7,cus_01K",
        "-1,a:b:c",
        "9223372036854775807,~",
        "-9223372036854775808,ünïcödé-鬼"
    })
    void readsBackWhatItWrote(long sort, String id) {
        var cursor = new Cursor(sort, id);
        assertThat(Cursor.decoded(cursor.encoded())).isEqualTo(cursor);
    }

    @Test
    void readsBackTheEndsOfEveryList() {
        assertThat(Cursor.decoded(Cursor.LOWEST.encoded())).isEqualTo(Cursor.LOWEST);
        assertThat(Cursor.decoded(Cursor.HIGHEST.encoded())).isEqualTo(Cursor.HIGHEST);
    }

    @Test
    void isTheSamePlaceForTheSameInstantInEveryZone() {
        var london = OffsetDateTime.parse("2026-03-01T12:00:00Z");
        var tokyo = OffsetDateTime.parse("2026-03-01T21:00:00+09:00");
        assertThat(Cursor.at(tokyo, "act_1")).isEqualTo(Cursor.at(london, "act_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7:cus_01K", "7:ü~~~???", "1234567890123:cus_01KAAAAAAAAAAAAAAAAAAAAAAA"})
    void travelsInAnAddressUnchanged(String plain) {
        var colon = plain.indexOf(':');
        var cursor =
                new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "seven:cus_01K", ":cus_01K", "99999999999999999999:cus_01K", "1.5:x"})
    void refusesWhatIsNoPlace(String plain) {
        var text =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "****", "é"})
    void refusesWhatIsNotEncoded(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(text));
    }
}
