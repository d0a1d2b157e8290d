package dev.grapevine.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.kernel.command.Validation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTests {

    @Test
    void takesTwoSpellingsOfALetterForTheSame() {
        assertThat(Texts.normalized("mu\u0308ller")).isEqualTo("müller");
        assertThat(Texts.normalized("müller")).isEqualTo("müller");
        assertThat(Texts.normalized("ﬁ")).as("another letter, NFKC would change it").isEqualTo("ﬁ");
    }

    @Test
    void leavesACharacterWithDozensOfMarksAsItIsAtOnce() {
        var marks = "a" + "\u0301\u0323".repeat(250_000);
        assertThat(Texts.hasManyMarks(marks)).isTrue();
        assertThat(Texts.normalized(marks)).isSameAs(marks);
        assertThat(Texts.hasManyMarks("a" + "\u0323".repeat(30))).isFalse();
        assertThat(new Validation().text("text", "a" + "\u0323".repeat(31), 100).problems())
                .containsExactly("text has a character with more than 30 marks above or below it.");
    }

    @Test
    void countsACharacterOutsideTheBasicPlaneOnce() {
        assertThat(Texts.length("a😀")).isEqualTo(2);
        assertThat(Texts.shortened("😀😀😀", 2)).isEqualTo("😀😀…");
        assertThat(Texts.shortened("😀😀", 2)).isEqualTo("😀😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00a0", "\u2003\t\n", "\u3000", "\u200b", "\u2800", "\u3164"})
    void callsATextBlankThatShowsNothing(String text) {
        assertThat(Texts.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200bb",
                "a\u00adb",
                "a\u202eb",
                "\ufeffa",
                "a\ufffd",
                "a\u0000",
                "a\nb",
                "a\ud800",
                "a\uffff",
                "a\ue000",
                "a\u3164",
                "a\u2800",
                "a\ufe0f",
                "1\ufe0f",
                "a\u200d",
                "a\u200db",
                "a\u200cb",
                "👩\u200d",
                "\u200d👩",
                "a\udb40\udc41",
                "🏴\udb40\udc67",
                "🏴\udb40\udc67\udb40\udc67\udb40\udc67\udb40\udc67\udb40\udc67\udb40\udc67\udb40\udc67\udb40\udc7f",
                "🏴\udb40\udc67\udb40\udc7f\udb40\udc67",
                "a\ufe0f\u20e3",
                "客\u200d戶",
                "a\u2065",
                "a\ufff3"
            })
    void findsWhatCannotBeSeen(String text) {
        assertThat(Texts.firstInvisible(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Jean-Luc O’Brien",
                "Ğülşen",
                "山田 太郎",
                "עדה",
                "😀",
                "👩🏽‍🚀",
                "❤️",
                "❤️‍🔥",
                "1️⃣",
                "©️",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "می‌خواهم",
                "क्‍ष",
                "രാജന്‍ നായര്‍",
                "z\u0336"
            })
    void takesNamesOfTheWorld(String name) {
        assertThat(Texts.firstInvisible(name)).isEmpty();
        assertThat(Texts.firstUnstorable(name)).isEmpty();
        assertThat(Texts.isBlank(name)).isFalse();
    }

    @Test
    void takesLinesAndTabsInATextButNotInAName() {
        assertThat(Texts.firstUnstorable("a line\r\n\tand another")).isEmpty();
        assertThat(Texts.firstInvisible("a line\nand another")).hasValue('\n');
    }

    @Test
    void namesACodePointInWords() {
        assertThat(Texts.nameOf(0x200B)).isEqualTo("U+200B (ZERO WIDTH SPACE)");
        assertThat(Texts.nameOf(0xFFFF)).isEqualTo("U+FFFF");
    }

    @Property
    void knowsEachCodePointAloneAndNormalizesItOnce(@ForAll @IntRange(max = 0x10FFFF) int point) {
        var text = Character.toString(point);
        var normalized = Texts.normalized(text);
        assertThat(Texts.normalized(normalized)).isEqualTo(normalized);
        assertThat(Texts.length(text)).isEqualTo(1);
        if (Texts.firstUnstorable(text).isPresent()) {
            assertThat(Texts.firstInvisible(text)).isPresent();
        }
        assertThat(Texts.isBlank(text))
                .isEqualTo(Texts.firstInvisible(text).isPresent() || Texts.isSpace(point));
        assertThat(Texts.nameOf(point)).startsWith("U+");
    }
}
