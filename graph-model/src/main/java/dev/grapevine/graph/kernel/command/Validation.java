package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Validator of the fields of a command that collects all violations. */
public final class Validation {

    /**
     * Maximum amount and maximum balance: 2^53 - 1, the largest integer that every JSON reader
     * keeps exactly.
     */
    public static final long MAX_AMOUNT = (1L << 53) - 1;

    /** Maximum number of reported violations; further ones are dropped. */
    private static final int MAX_PROBLEMS = 100;

    private final List<Rejection> problems = new ArrayList<>();

    public Validation require(boolean isRight, String field, String message) {
        return isRight ? this : reject(List.of(field), message);
    }

    /** Adds a violation of the field at a path. */
    public Validation reject(List<String> path, String message) {
        return and(new InvalidInput(path, message));
    }

    public Validation matches(String field, String value, Format format) {
        return require(
                format.matches(value),
                field,
                field + " '" + shown(value) + "' must be " + format.words() + ".");
    }

    public Validation kind(String field, String value) {
        // The length first: matching a very long value would overflow the stack.
        return value.length() > 64 ? text(field, value, 1, 64) : matches(field, value, Format.KIND);
    }

    /**
     * Validates the length in characters, that the text is not only blanks, and that it can be
     * stored and returned unchanged.
     */
    public Validation text(String field, @Nullable String value, int least, int most) {
        if (value == null) {
            return this;
        }
        return require(
                        value.length() >= least
                                && value.length() <= most
                                && (least == 0 || !value.isBlank()),
                        field,
                        String.format(
                                Locale.ENGLISH,
                                "%s '%s' has %,d characters; %,d to %,d are allowed, not only"
                                        + " blanks.",
                                field,
                                shown(value),
                                value.length(),
                                least,
                                most))
                .require(
                        isStorable(value),
                        field,
                        field + " contains control characters or unpaired surrogates.");
    }

    public Validation between(String field, long value, long least, long most) {
        return require(
                value >= least && value <= most,
                field,
                String.format(
                        Locale.ENGLISH,
                        "%s %,d is not between %,d and %,d.",
                        field,
                        value,
                        least,
                        most));
    }

    public Validation time(String field, @Nullable OffsetDateTime time) {
        return require(
                time == null || !(time.isBefore(Times.EARLIEST) || !time.isBefore(Times.LATEST)),
                field,
                field + " " + time + " is not between 1970 and 2200.");
    }

    public Validation atMost(String field, Collection<?> values, int most) {
        return require(
                values.size() <= most,
                field,
                String.format(
                        Locale.ENGLISH,
                        "%s has %,d items; at most %,d are allowed.",
                        field,
                        values.size(),
                        most));
    }

    /** Adds the violations of another validation. */
    public Validation and(Validation other) {
        other.problems.forEach(this::and);
        return this;
    }

    /** Adds a rejection. */
    public Validation and(Rejection problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
        return this;
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    /** Returns the messages of all violations, in English. */
    public List<String> problems() {
        return problems.stream().map(Rejection::message).toList();
    }

    /** Returns the rejection with all violations. */
    public <T> Result<T> rejected() {
        return new Result.Rejected<>(problems, false);
    }

    /**
     * Returns true if a text can be stored and returned unchanged: no control characters but tab
     * and line breaks, no unpaired surrogates.
     */
    public static boolean isStorable(String value) {
        return value.codePoints()
                .allMatch(
                        point ->
                                point == '\n'
                                        || point == '\t'
                                        || point == '\r'
                                        || !(Character.isISOControl(point)
                                                || (point >= Character.MIN_SURROGATE
                                                        && point <= Character.MAX_SURROGATE)));
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
