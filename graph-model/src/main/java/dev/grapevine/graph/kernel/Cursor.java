package dev.grapevine.graph.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Position of an item in an ordered list: the sort value, and the id as tie-breaker.
 *
 * @param sort epoch milliseconds of a time, a sequence number or a depth, as the list defines
 * @param id the item's id
 */
public record Cursor(long sort, String id) {

    private static final int CHECKSUM_LENGTH = 8;

    /** Cursor before the first item of an ascending list. */
    public static final Cursor LOWEST = new Cursor(0, "");

    /**
     * Cursor before the first item of a descending list: {@link Times#LATEST} and an id above every
     * id.
     */
    public static final Cursor HIGHEST = new Cursor(Times.LATEST.toInstant().toEpochMilli(), "~");

    public static Cursor at(OffsetDateTime time, String id) {
        return new Cursor(time.toInstant().toEpochMilli(), id);
    }

    /** Returns the sort value as a time in UTC, for a list that is ordered by time. */
    public OffsetDateTime time() {
        return Instant.ofEpochMilli(sort).atOffset(ZoneOffset.UTC);
    }

    /**
     * Encodes the cursor as the opaque text of the API.
     *
     * @param list name of the list: its field, its parent and its filters
     */
    public String encoded(String list) {
        var position = sort + ":" + id;
        var text = (checksum(list, position) + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * Decodes a text that {@link #encoded(String)} returned for the same list.
     *
     * @throws IllegalArgumentException if the text belongs to another list or was modified,
     *     truncated or extended
     */
    public static Cursor decoded(String list, String text) {
        var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        var colon = plain.indexOf(':');
        if (colon < CHECKSUM_LENGTH) {
            throw new IllegalArgumentException("Not a cursor: " + text);
        }
        var sort = Long.parseLong(plain.substring(CHECKSUM_LENGTH, colon));
        var cursor = new Cursor(sort, plain.substring(colon + 1));
        if (!cursor.encoded(list).equals(text)) {
            throw new IllegalArgumentException("Not a cursor of " + list + ": " + text);
        }
        return cursor;
    }

    /** Checksum against mistakes, not against forgery: a cursor grants no access. */
    private static String checksum(String list, String position) {
        var checksum = new CRC32();
        checksum.update((list + "\n" + position).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
