package dev.grapevine.graph.kernel.command;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

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
                field + " '" + Texts.shortened(value, 60) + "' must be " + format.words() + ".");
    }

    public Validation kind(String field, String value) {
        return matches(field, value, 64, Format.KIND);
    }

    /** Validates a text of at most {@code most} characters by its format. */
    public Validation matches(String field, String value, int most, Format format) {
        // The length first: matching a very long value would overflow the stack.
        return value.length() > most
                ? reject(List.of(field), tooLong(field, value.length(), most))
                : matches(field, value, format);
    }

    /** Validates a text of one or more lines, which can be stored and returned unchanged. */
    public Validation text(String field, @Nullable String value, int most) {
        return value == null ? this : text(field, value, most, Texts::firstUnstorable);
    }

    /** Validates a name: one line without invisible characters. */
    public Validation name(String field, @Nullable String value, int most) {
        return value == null ? this : text(field, value, most, Texts::firstInvisible);
    }

    /** Validates an id of another system: 1 to 128 visible characters. */
    public Validation externalId(@Nullable String value) {
        if (value == null) {
            return this;
        }
        var blank = value.codePoints().filter(Texts::isSpace).findFirst();
        return blank.isEmpty() || Texts.isBlank(value)
                ? name("externalId", value, 128)
                : reject(
                        List.of("externalId"),
                        "externalId '%s' contains the blank %s."
                                .formatted(
                                        Texts.shortened(value, 60),
                                        Texts.nameOf(blank.getAsInt())));
    }

    /** Looks for refused characters in texts of a permitted length only. */
    private Validation text(
            String field, String value, int most, Function<String, OptionalInt> firstRefused) {
        var length = Texts.length(value);
        if (Texts.isBlank(value)) {
            return reject(
                    List.of(field),
                    String.format(
                            Locale.ENGLISH,
                            "%s is blank; it needs 1 to %,d characters.",
                            field,
                            most));
        }
        if (length > most) {
            return reject(List.of(field), tooLong(field, length, most));
        }
        if (Texts.hasManyMarks(value)) {
            return reject(
                    List.of(field),
                    field
                            + " has a character with more than "
                            + Texts.MAX_MARKS
                            + " marks above or below it.");
        }
        var refused = firstRefused.apply(value);
        return require(
                refused.isEmpty(),
                field,
                "%s '%s' contains the character %s, which cannot be seen."
                        .formatted(
                                field,
                                Texts.shortened(value, 60),
                                Texts.nameOf(refused.orElse(' '))));
    }

    private static String tooLong(String field, int length, int most) {
        return String.format(
                Locale.ENGLISH,
                "%s has %,d characters; at most %,d are allowed.",
                field,
                length,
                most);
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

    /** Validates the time of something that has happened. */
    public Validation past(String field, @Nullable OffsetDateTime time, Times times) {
        return time != null && times.isFuture(time)
                ? reject(
                        List.of(field),
                        field + " " + time + " is more than 24 hours in the future.")
                : time(field, time);
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
}
