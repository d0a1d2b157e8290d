package dev.grapevine.graph.kernel;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;

/**
 * The place of one item in an ordered list: what the list is ordered by, and the id that decides
 * between equals.
 *
 * @param sort epoch milliseconds of a time, a sequence number or a depth, as the list defines
 * @param id the item's id
 */
public record Cursor(long sort, String id) {

    /** Before the first item of a list that goes up. */
    public static final Cursor LOWEST = new Cursor(0, "");

    /**
     * Before the first item of a list that goes down: after the last day that a caller may name,
     * and every id.
     */
    public static final Cursor HIGHEST = new Cursor(Times.LATEST.toInstant().toEpochMilli(), "~");

    public static Cursor at(OffsetDateTime time, String id) {
        return new Cursor(time.toInstant().toEpochMilli(), id);
    }

    /** The opaque text that clients carry. */
    public String encoded() {
        var text = (sort + ":" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * Reads a text that {@link #encoded()} made.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Cursor decoded(String text) {
        var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        var colon = plain.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Not a cursor: " + text);
        }
        return new Cursor(Long.parseLong(plain.substring(0, colon)), plain.substring(colon + 1));
    }
}
