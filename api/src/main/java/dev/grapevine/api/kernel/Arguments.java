package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Times;

import java.time.OffsetDateTime;

/** Checks the arguments of fields. */
public final class Arguments {

    private Arguments() {}

    public static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidArgument(
                    name + " is " + value + "; it must be between " + least + " and " + most + ".");
        }
        return value;
    }

    /** The moment that an argument names, as it is compared with what is stored. */
    public static OffsetDateTime time(String name, OffsetDateTime value) {
        if (value.isBefore(Times.EARLIEST) || !value.isBefore(Times.LATEST)) {
            throw new InvalidArgument(
                    name + " is " + value + "; it must be from 1970 on and before 2200.");
        }
        return Times.utc(value);
    }
}
