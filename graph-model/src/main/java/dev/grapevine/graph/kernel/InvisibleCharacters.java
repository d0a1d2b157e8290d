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

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Characters of Unicode without a glyph, and where they are part of one: in emoji, flags, and
 * between letters of scripts that join them.
 */
final class InvisibleCharacters {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FLAG = 0x1F3F4;
    private static final int LAST_TAG = 0xE007F;
    private static final int MAX_TAGS = 6;

    /** Signs that take the vowel off a consonant of an Indic script, also at the end of a word. */
    private static final Set<Integer> VIRAMAS =
            Set.of(0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA);

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

    private InvisibleCharacters() {}

    /** Returns the first invisible code point that is no part of a glyph. */
    static OptionalInt first(String text) {
        var points = text.codePoints().toArray();
        return IntStream.range(0, points.length)
                .filter(i -> isOne(points[i]) && !isJoining(points, i))
                .map(i -> points[i])
                .findFirst();
    }

    /** Returns true for a code point without a glyph of its own. */
    static boolean isOne(int point) {
        return Texts.isUnstorable(point)
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
            case EMOJI_STYLE ->
                    isPictograph(before) || (after == KEYCAP && Character.isEmoji(before));
            case JOINER ->
                    (isPictograph(after) && (isPictograph(before) || before == EMOJI_STYLE))
                            || VIRAMAS.contains(before)
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
        return (Texts.isMark(before) || JOINED.contains(Character.UnicodeScript.of(before)))
                && JOINED.contains(Character.UnicodeScript.of(after));
    }

    private static boolean isTag(int point) {
        return (point >= 0xE0030 && point <= 0xE0039)
                || (point >= 0xE0061 && point <= 0xE007A)
                || point == LAST_TAG;
    }

    /**
     * Returns true if the tag is in a flag of a region: a black flag, tags of at most six letters
     * and digits, and the last tag.
     */
    private static boolean isInFlag(int[] points, int i) {
        var first = i;
        while (first > 0 && isTag(points[first]) && i - first <= MAX_TAGS) {
            first--;
        }
        var last = first + 1;
        while (last < points.length - 1 && points[last] != LAST_TAG && last - first <= MAX_TAGS) {
            last++;
        }
        return points[first] == FLAG && points[last] == LAST_TAG && i <= last;
    }
}
