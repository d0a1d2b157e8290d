package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Times;


import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Checks the fields of a command and collects everything that is wrong, so that its caller hears of
 * it at once.
 */
public final class Validation {

    /**
     * The largest amount and the largest balance: whole numbers that every JSON reader keeps
     * exactly.
     */
    public static final long MAX_AMOUNT = (1L << 53) - 1;

    /** How many problems are told; whoever has more has other worries. */
    private static final int MAX_PROBLEMS = 100;

    private final List<Rejection> problems = new ArrayList<>();

    public Validation require(boolean isRight, String field, String message) {
        return isRight ? this : reject(List.of(field), message);
    }

    /** What is at this path can never be right. */
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
        // The length first: matching a very long one would overflow the stack.
        return value.length() > 64 ? text(field, value, 1, 64) : matches(field, value, Format.KIND);
    }

    /**
     * Checks the length, in characters, and refuses what cannot be stored and shown again
     * unchanged.
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
                        field + " has control characters or half a surrogate pair.");
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

    /** Adds what another check found. */
    public Validation and(Validation other) {
        other.problems.forEach(this::and);
        return this;
    }

    /** Adds a reason that was found in another way. */
    public Validation and(Rejection problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
        return this;
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    /** All that was wrong, in English. */
    public List<String> problems() {
        return problems.stream().map(Rejection::message).toList();
    }

    /** The refusal with all that was wrong. */
    public <T> Result<T> rejected() {
        return new Result.Rejected<>(problems, false);
    }

    /** Whether a text can be stored and shown again unchanged. */
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
