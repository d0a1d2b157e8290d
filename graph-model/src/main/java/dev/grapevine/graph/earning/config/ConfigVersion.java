package dev.grapevine.graph.earning.config;

import dev.grapevine.graph.kernel.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Immutable version of a rule, earning limit, tier set or badge criteria.
 *
 * @param id {@code rlv_…}, {@code lmv_…}, {@code tsv_…} or {@code bdv_…}, by type
 * @param versionKey {@code brandId|type|key|number}, unique
 * @param key short name, the same in all versions
 * @param number version number, from 1
 * @param name name for people
 * @param spec content as JSON
 * @param activeFrom first revision in which the version is active; null for a draft
 * @param activeUntil first revision in which the version is no longer active; null for a draft and
 *     while active
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

    /** Type of configuration. */
    public enum Type {
        RULE("rlv", "ruleVersionId"),
        LIMIT("lmv", "earningLimitVersionId"),
        TIER_SET("tsv", "tierSetVersionId"),
        BADGE("bdv", "badgeId");

        private final String prefix;
        private final String inputField;

        Type(String prefix, String inputField) {
            this.prefix = prefix;
            this.inputField = inputField;
        }

        /** Returns the prefix of the ids of versions of this type. */
        public String prefix() {
            return prefix;
        }

        /** Returns the input field that names a version of this type. */
        public String inputField() {
            return inputField;
        }
    }

    /**
     * State of a version: a draft becomes published, that is active, then retired; a draft can also
     * be retired.
     */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    /** Returns the common prefix of the version keys of one rule, limit, tier set or badge. */
    static String series(String brandId, Type type, String key) {
        return brandId + "|" + type + "|" + key + "|";
    }

    /** Returns the cursor of the version in the versions of the brand. */
    public Cursor cursor() {
        return Cursor.at(draftedAt, id);
    }
}
