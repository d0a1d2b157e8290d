package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * A version of something that a brand has decided about earning. Its contents never change.
 *
 * @param id {@code rlv_…}, {@code lmv_…}, {@code tsv_…} or {@code bdv_…}, by its type
 * @param versionKey brandId|type|key|number, unique
 * @param key short name, the same in all its versions
 * @param number of the version, from 1 on
 * @param name what people call it
 * @param spec its contents, as JSON
 * @param activeFrom the first edition that it belongs to; null for a draft
 * @param activeUntil the first edition that it does not belong to any more; null while in force
 */
public record ConfigVersion(
        String id,
        String brandId,
        String versionKey,
        Type type,
        String key,
        int number,
        String name,
        String spec,
        State state,
        @Nullable Long activeFrom,
        @Nullable Long activeUntil,
        OffsetDateTime draftedAt,
        @Nullable OffsetDateTime publishedAt,
        @Nullable OffsetDateTime retiredAt) {

    /** What is decided on. */
    public enum Type {
        RULE("rlv"),
        LIMIT("lmv"),
        TIER_SET("tsv"),
        BADGE("bdv");

        private final String prefix;

        Type(String prefix) {
            this.prefix = prefix;
        }

        /** What ids of such decisions begin with. */
        public String prefix() {
            return prefix;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it is in its life. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /** What all versions of one thing have in common. */
    static String series(String brandId, Type type, String key) {
        return brandId + "|" + type + "|" + key + "|";
    }

    /** The place among the decisions of the brand. */
    public Cursor cursor() {
        return Cursor.at(draftedAt, id);
    }
}
