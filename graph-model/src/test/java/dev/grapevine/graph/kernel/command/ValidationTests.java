package dev.grapevine.graph.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grapevine.graph.kernel.Format;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class ValidationTests {

    static final List<String> GOOD_IDS =
            List.of("a", "ada", "u00001", "a/b?c=d", "O'Brien", "müller", "鬼", "😀".repeat(128));

    static final List<String> BAD_IDS =
            List.of(
                    "",
                    " ",
                    "a b",
                    "a\tb",
                    "a\u0000",
                    "a\u007f",
                    "a\u0085",
                    "a\u00a0b",
                    "a\u3000b",
                    "a\u200bb",
                    "\ufeffa",
                    "a\ufffd",
                    "\u3164",
                    "\ud800",
                    "a\udc00",
                    "x".repeat(129));

    static final List<String> BAD_TEXTS =
            List.of("a\u0000", "a\u001b[31m", "a\u007f", "a\u0085", "\ud83d", "\ude00x");

    @Test
    void findsNothingWrongWhereNothingIsChecked() {
        assertThat(new Validation().isValid()).isTrue();
    }

    @Test
    void tellsOfEverythingThatIsWrongAtOnce() {
        var result =
                new Validation()
                        .text("name", "", 10)
                        .between("amount", 5, 1, 10)
                        .between("threshold", 0, 1, 10)
                        .rejected();
        assertThat(paths(result)).containsExactly(List.of("name"), List.of("threshold"));
    }

    @Test
    void namesTheFieldTheValueAndTheBoundInWords() {
        var validation =
                new Validation()
                        .between("amount", 0, 1, 1_000_000_000)
                        .matches("key", "A key", Format.KEY)
                        .text("name", "", 100)
                        .atMost("tags", Collections.nCopies(11, "x"), 10);
        assertThat(validation.problems())
                .containsExactly(
                        "amount 0 is not between 1 and 1,000,000,000.",
                        "key 'A key' must be 2 to 40 characters of a-z, 0-9 and hyphen, not"
                                + " beginning with a hyphen.",
                        "name is blank; it needs 1 to 100 characters.",
                        "tags has 11 items; at most 10 are allowed.");
    }

    @ParameterizedTest
    @FieldSource("GOOD_IDS")
    void takesIdsOfOtherSystems(String id) {
        assertThat(new Validation().externalId(id).isValid()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("BAD_IDS")
    void refusesIdsWithBlanksControlsAndHalfSurrogates(String id) {
        assertThat(new Validation().externalId(id).isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "review.posted", "k2", "order-item_added.v2"})
    void takesKinds(String kind) {
        assertThat(new Validation().kind("kind", kind).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Review",
                "review.",
                ".review",
                "review..posted",
                "2k",
                "review posted",
                "review\n"
            })
    void refusesWhatIsNoKind(String kind) {
        assertThat(new Validation().kind("kind", kind).isValid()).isFalse();
    }

    @Test
    void refusesAKindOfMoreThanSixtyFourCharacters() {
        assertThat(new Validation().kind("kind", "k".repeat(64)).isValid()).isTrue();
        assertThat(new Validation().kind("kind", "k".repeat(65)).isValid()).isFalse();
    }

    @Test
    void checksAKindWithManySeparatorsInNoTime() {
        var kind = Stream.generate(() -> "a.").limit(5_000).reduce("", String::concat) + "!";
        assertThat(new Validation().kind("kind", kind).isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A line\nand another\r\n\tindented", "smile 😀", "naïve"})
    void takesTextThatCanBeShownAgain(String text) {
        assertThat(new Validation().text("text", text, 100).isValid()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("BAD_TEXTS")
    void refusesTextThatCannotBeStoredUnchanged(String text) {
        assertThat(new Validation().text("text", text, 100).isValid()).isFalse();
    }

    @Test
    void takesTextThatIsNotGiven() {
        assertThat(new Validation().text("text", null, 100).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "3,true", "4,false"})
    void countsTheLengthOfText(int length, boolean isRight) {
        assertThat(new Validation().text("text", "😀".repeat(length), 3).isValid())
                .isEqualTo(isRight);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "10,true", "11,false", "-9223372036854775808,false"})
    void keepsNumbersWithinTheirBounds(long number, boolean isRight) {
        assertThat(new Validation().between("amount", number, 1, 10).isValid()).isEqualTo(isRight);
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31T23:59:59.999Z,false",
        "1970-01-01T00:00:00Z,true",
        "1970-01-01T00:30:00+01:00,false",
        "2199-12-31T23:59:59.999Z,true",
        "2200-01-01T00:00:00Z,false",
        "2199-12-31T23:59:59-01:00,false"
    })
    void keepsTimesWithinTheCalendarInEveryZone(OffsetDateTime time, boolean isRight) {
        assertThat(new Validation().time("at", time).isValid()).isEqualTo(isRight);
    }

    @Test
    void saysWhichCharacterOfAnIdOrNameIsRefused() {
        var validation =
                new Validation()
                        .externalId("a\u00a0b")
                        .externalId("a\u200bb")
                        .externalId(" \u3000")
                        .name("name", "ada\nlovelace", 20)
                        .name("name", "😀".repeat(21), 20);
        assertThat(validation.problems())
                .containsExactly(
                        "externalId 'a\u00a0b' contains the blank U+00A0 (NO-BREAK SPACE).",
                        "externalId 'a\u200bb' contains the character U+200B (ZERO WIDTH SPACE),"
                                + " which cannot be seen.",
                        "externalId is blank; it needs 1 to 128 characters.",
                        "name 'ada\nlovelace' contains the character U+000A (LINE FEED (LF)), which"
                                + " cannot be seen.",
                        "name has 21 characters; at most 20 are allowed.");
    }

    @Test
    void looksForInvisibleCharactersInTextsOfAPermittedLengthOnly() {
        var tags = "🏴" + "\udb40\udc67".repeat(500_000) + "\udb40\udc7f";
        assertThat(new Validation().name("name", tags, 200).problems())
                .containsExactly("name has 500,002 characters; at most 200 are allowed.");
    }

    @Test
    void limitsHowManyThereAre() {
        assertThat(new Validation().atMost("tags", Collections.nCopies(10, "x"), 10).isValid())
                .isTrue();
        assertThat(new Validation().atMost("tags", Collections.nCopies(11, "x"), 10).isValid())
                .isFalse();
    }

    @Test
    void doesNotEchoALongInputInFull() {
        var result =
                new Validation()
                        .externalId("x".repeat(1_000_000))
                        .externalId("\u200b" + "x".repeat(127))
                        .matches("key", "x".repeat(1_000_000), Format.KEY)
                        .rejected();
        assertThat(result.toString()).hasSizeLessThan(1_000);
    }

    private static List<List<String>> paths(Result<?> result) {
        return ((Result.Rejected<?>) result).rejections().stream().map(Rejection::path).toList();
    }
}
