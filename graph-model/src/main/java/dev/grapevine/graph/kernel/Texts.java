package dev.grapevine.graph.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

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

    private Texts() {}

    /**
     * Returns the text in normal form NFC; unchanged if it {@linkplain #hasManyMarks has too many
     * marks}.
     */
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

    static boolean isMark(int point) {
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
        return text.codePoints()
                .allMatch(point -> isSpace(point) || InvisibleCharacters.isOne(point));
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
        return InvisibleCharacters.first(text);
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

    static boolean isUnstorable(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xFDD0 && point <= 0xFDEF);
    }
}
