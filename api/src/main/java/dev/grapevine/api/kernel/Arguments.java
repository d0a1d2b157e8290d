package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Times;

import java.time.OffsetDateTime;

/** Validates arguments of fields; violations are thrown as {@link InvalidArgument}. */
public final class Arguments {

    private Arguments() {}

    public static int between(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidArgument(
                    name + " is " + value + "; it must be between " + min + " and " + max + ".");
        }
        return value;
    }

    /**
     * Returns the time in the precision and time zone of stored times; at least 1970 and before
     * 2200.
     */
    public static OffsetDateTime time(String name, OffsetDateTime value) {
        if (value.isBefore(Times.EARLIEST) || !value.isBefore(Times.LATEST)) {
            throw new InvalidArgument(
                    name + " is " + value + "; it must be from 1970 on and before 2200.");
        }
        return Times.utc(value);
    }
}
