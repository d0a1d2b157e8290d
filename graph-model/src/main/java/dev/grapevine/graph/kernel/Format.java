package dev.grapevine.graph.kernel;

import java.util.regex.Pattern;

/**
 * The format of a text: an expression for the check, words for its message.
 *
 * @param words the allowed texts, as they follow "must be"
 */
public record Format(Pattern pattern, String words) {

    /** Short names that brands choose. */
    public static final Format KEY =
            of(
                    "^[a-z0-9][a-z0-9-]{1,39}$",
                    "2 to 40 characters of a-z, 0-9 and hyphen, not beginning with a hyphen");

    /** Ids that other systems give to customers, contributions and activities. */
    public static final Format EXTERNAL_ID =
            of(
                    "^[\\x21-\\x7E\\u00A1-\\uD7FF\\uE000-\\uFFFD]{1,128}$",
                    "1 to 128 characters without blanks and control characters");

    /** Kinds of activities, for example {@code review.posted}. */
    public static final Format KIND =
            of(
                    "^[a-z][a-z0-9]*([._-][a-z0-9]+)*$",
                    "lower case words and digits joined by . _ or -, at most 64 characters");

    /** A format by a regular expression. */
    public static Format of(String expression, String words) {
        return new Format(Pattern.compile(expression), words);
    }

    /** Whether a text has the format. */
    public boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
