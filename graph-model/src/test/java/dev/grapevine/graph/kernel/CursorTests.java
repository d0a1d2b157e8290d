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

    private static final String LIST = "Customer.activities of cus_01K";

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
        assertThat(Cursor.decoded(LIST, cursor.encoded(LIST))).isEqualTo(cursor);
    }

    @Test
    void readsBackTheEndsOfEveryList() {
        assertThat(Cursor.decoded(LIST, Cursor.LOWEST.encoded(LIST))).isEqualTo(Cursor.LOWEST);
        assertThat(Cursor.decoded(LIST, Cursor.HIGHEST.encoded(LIST))).isEqualTo(Cursor.HIGHEST);
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
        assertThat(cursor.encoded(LIST)).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:cus_01K", "00000000seven:cus_01K", "0000000:7:cus_01K"})
    void refusesAPlaceWithoutItsChecksum(String plain) {
        var text =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, text));
    }

    @Test
    void refusesACursorOfAnotherList() {
        var text = new Cursor(7, "act_01K").encoded("Customer.contributions of cus_01K");
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, text));
    }

    @Test
    void refusesEveryCutOfACursor() {
        var text = new Cursor(1_234_567_890_123L, "act_01KAAAAAAAAAAAAAAAAAAAAAAA").encoded(LIST);
        for (var length = 0; length < text.length(); length++) {
            var cut = text.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "=", "AA", "AAA", "AAAA", "_", " ", "\n"})
    void refusesALengthenedCursor(String more) {
        var text = new Cursor(7, "act_01K").encoded(LIST);
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, text + more));
    }

    @Test
    void refusesTrailingBits() {
        var text = new Cursor(7, "act_01").encoded(LIST);
        var last = text.charAt(text.length() - 1);
        assertThat(text.length() % 4).isNotZero();
        var changed = text.substring(0, text.length() - 1) + (char) (last + 1);
        assertThat(Base64.getUrlDecoder().decode(changed))
                .isEqualTo(Base64.getUrlDecoder().decode(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "****", "é"})
    void refusesWhatIsNotEncoded(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.decoded(LIST, text));
    }
}
