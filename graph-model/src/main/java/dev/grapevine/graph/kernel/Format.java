package dev.grapevine.graph.kernel;

import java.util.regex.Pattern;

/**
 * Format of a text: the pattern for validation, and its description for the error message.
 *
 * @param words description of the allowed texts, as it follows "must be"
 */
public record Format(Pattern pattern, String words) {

    /** Format of keys, the short names chosen by brands. */
    public static final Format KEY =
            of(
                    "^[a-z0-9][a-z0-9-]{1,39}$",
                    "2 to 40 characters of a-z, 0-9 and hyphen, not beginning with a hyphen");

    /** Format of activity kinds, for example {@code review.posted}. */
    public static final Format KIND =
            of(
                    "^[a-z][a-z0-9]*([._-][a-z0-9]+)*$",
                    "lower case words and digits joined by . _ or -, at most 64 characters");

    /** Creates a format from a regular expression. */
    public static Format of(String expression, String words) {
        return new Format(Pattern.compile(expression), words);
    }

    /** Returns true if the whole text matches the pattern. */
    public boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
