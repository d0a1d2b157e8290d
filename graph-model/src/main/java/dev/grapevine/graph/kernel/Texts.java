package dev.grapevine.graph.kernel;

import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.LATIN;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rules of all texts: they are kept in the Unicode normal form NFC (UAX #15) and counted in code
 * points, so that two texts which are the same to the reader are the same to the software.
 */
public final class Texts {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Letters without a glyph: fillers of Hangul, the empty braille cell, joiners of graphemes. */
    private static final Set<Integer> FILLERS =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    /** Scripts whose letters are never joined by an invisible character. */
    private static final Set<Character.UnicodeScript> UNJOINED =
            EnumSet.of(COMMON, INHERITED, LATIN, GREEK, CYRILLIC);

    private Texts() {}

    /** Returns the text in normal form NFC. */
    public static String normalized(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the number of code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the text, or its first code points and an ellipsis. */
    public static String shortened(String text, int most) {
        return length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** Returns true if no character of the text can be seen. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(point -> isSpace(point) || isInvisible(point));
    }

    /** Returns true for blanks, tabs and line breaks of Unicode. */
    public static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    /**
     * Returns the first code point that cannot be stored and returned unchanged: a control
     * character but tab and line breaks, half a surrogate pair, a noncharacter.
     */
    public static OptionalInt firstUnstorable(String text) {
        return first(text, point -> isUnstorable(point) && "\n\t\r".indexOf(point) < 0);
    }

    /**
     * Returns the first invisible code point of a name or id: what {@link #firstUnstorable}
     * returns, tabs and line breaks, formatting characters, fillers, private characters, and
     * U+FFFD, which stands for a character lost in a conversion. Those that join an emoji, or
     * letters of a script that needs them, are part of what is seen.
     */
    public static OptionalInt firstInvisible(String text) {
        var points = text.codePoints().toArray();
        return IntStream.range(0, points.length)
                .filter(i -> isInvisible(points[i]) && !isJoining(points, i))
                .map(i -> points[i])
                .findFirst();
    }

    /** Returns the code point in the form {@code U+200B (ZERO WIDTH SPACE)}. */
    public static String nameOf(int point) {
        var name = Character.getName(point);
        var number = String.format(Locale.ENGLISH, "U+%04X", point);
        return name == null ? number : number + " (" + name + ")";
    }

    private static OptionalInt first(String text, IntPredicate isSought) {
        return text.codePoints().filter(isSought).findFirst();
    }

    private static boolean isUnstorable(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    private static boolean isInvisible(int point) {
        return isUnstorable(point)
                || point == 0xFFFC
                || point == 0xFFFD
                || FILLERS.contains(point)
                || isVariationSelector(point)
                || switch (Character.getType(point)) {
                    case Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0x180B && point <= 0x180F)
                || (point >= 0xFE00 && point <= EMOJI_STYLE)
                || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static boolean isJoining(int[] points, int i) {
        if (i == 0) {
            return false;
        }
        var before = points[i - 1];
        var isLast = i == points.length - 1;
        return switch (points[i]) {
            case EMOJI_STYLE -> isPictograph(before);
            case JOINER ->
                    !isLast
                            && ((isPictograph(points[i + 1])
                                            && (isPictograph(before) || before == EMOJI_STYLE))
                                    || isJoinedScript(before));
            case NON_JOINER -> !isLast && isJoinedScript(before);
            default -> false;
        };
    }

    /** Returns true for emoji but digits and signs of ASCII and Latin-1, which count as emoji. */
    private static boolean isPictograph(int point) {
        return point > 0xFF && (Character.isEmoji(point) || Character.isEmojiModifier(point));
    }

    private static boolean isJoinedScript(int point) {
        return !UNJOINED.contains(Character.UnicodeScript.of(point));
    }
}
