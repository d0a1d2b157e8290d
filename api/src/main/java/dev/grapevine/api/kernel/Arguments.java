package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Map;

/** Checks the arguments of fields. */
public final class Arguments {

    private Arguments() {}

    /** The page that {@code first} and {@code after} ask for. */
    public static PageRequest page(int first, @Nullable String after) {
        return page(first, after, Map.of());
    }

    public static PageRequest page(int first, @Nullable String after, Map<String, ?> filters) {
        between("first", first, 1, PageRequest.MOST);
        return new PageRequest(first, after == null ? null : cursor(after), filters);
    }

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

    private static Cursor cursor(String after) {
        try {
            return Cursor.decoded(after);
        } catch (IllegalArgumentException _) {
            throw new InvalidArgument("after is not a cursor that this API has given.");
        }
    }
}
