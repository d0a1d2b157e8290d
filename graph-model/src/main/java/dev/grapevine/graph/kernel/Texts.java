package dev.grapevine.graph.kernel;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MONGOLIAN;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.NKO;
import static java.lang.Character.UnicodeScript.ORIYA;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.SYRIAC;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;

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

    /**
     * Maximum number of marks on one character: that of the stream-safe text format of UAX #15.
     * Further ones are no writing, and take a time to normalize that grows with their square.
     */
    public static final int MAX_MARKS = 30;

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FLAG = 0x1F3F4;
    private static final int LAST_TAG = 0xE007F;

    /** Letters without a glyph: fillers of Hangul, the empty braille cell, joiners of graphemes. */
    private static final Set<Integer> FILLERS =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    /** Scripts in which an invisible character joins or separates letters. */
    private static final Set<Character.UnicodeScript> JOINED =
            EnumSet.of(
                    ARABIC,
                    SYRIAC,
                    NKO,
                    MONGOLIAN,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    MYANMAR);

    private Texts() {}

    /** Returns the text in normal form NFC; unchanged if it {@linkplain #hasManyMarks is none}. */
    public static String normalized(String text) {
        return isNormalized(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns true if {@link #normalized} returns the same text. */
    public static boolean isNormalized(String text) {
        return hasManyMarks(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Returns true if a character of the text has more than {@value #MAX_MARKS} marks. */
    public static boolean hasManyMarks(String text) {
        var marks = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
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
     * character but tab and line breaks, an unpaired surrogate, a noncharacter.
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
                || isReservedAsIgnorable(point)
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

    /** Returns true for points without a character yet that will never have a glyph. */
    private static boolean isReservedAsIgnorable(int point) {
        return point == 0x2065
                || (point >= 0xFFF0 && point <= 0xFFF8)
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    private static boolean isJoining(int[] points, int i) {
        if (i == 0) {
            return false;
        }
        var before = points[i - 1];
        var after = i == points.length - 1 ? 0 : points[i + 1];
        return switch (points[i]) {
            case EMOJI_STYLE -> after == KEYCAP || isPictograph(before);
            case JOINER ->
                    (isPictograph(after) && (isPictograph(before) || before == EMOJI_STYLE))
                            || joinsLetters(before, after);
            case NON_JOINER -> joinsLetters(before, after);
            default -> isTag(points[i]) && isInFlag(points, i);
        };
    }

    /** Returns true for emoji but the digits and signs of ASCII that count as emoji. */
    private static boolean isPictograph(int point) {
        return point > 0x7F && (Character.isEmoji(point) || Character.isEmojiModifier(point));
    }

    private static boolean joinsLetters(int before, int after) {
        return (isMark(before) || JOINED.contains(Character.UnicodeScript.of(before)))
                && JOINED.contains(Character.UnicodeScript.of(after));
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= LAST_TAG;
    }

    /** Returns true if the tag is in a flag of a region: a black flag, tags, and the last tag. */
    private static boolean isInFlag(int[] points, int i) {
        var first = i;
        while (first > 0 && isTag(points[first])) {
            first--;
        }
        var last = i;
        while (last < points.length - 1 && isTag(points[last + 1])) {
            last++;
        }
        return points[first] == FLAG && points[last] == LAST_TAG;
    }
}
