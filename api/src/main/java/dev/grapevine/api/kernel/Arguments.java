package dev.grapevine.api.kernel;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.PageRequest;

import org.jspecify.annotations.Nullable;

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

    private static Cursor cursor(String after) {
        try {
            return Cursor.decoded(after);
        } catch (IllegalArgumentException _) {
            throw new InvalidArgument("after is not a cursor that this API has given.");
        }
    }
}
