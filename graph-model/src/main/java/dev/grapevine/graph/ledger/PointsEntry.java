package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Sha256;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * One transfer of points between two accounts, of which at least one is a wallet's, but for points
 * that are taken back after they expired. It never changes.
 *
 * @param id {@code pte_…}
 * @param sequence its number in the wallet, from 1 on, without gaps
 * @param kind name of an {@link EntryKind}
 * @param debit account that the points leave: one of a wallet's or one of the brand's
 * @param credit account that they enter
 * @param currency code of the currency
 * @param amount at least 1
 * @param balanceAfter what could be spent once this entry was written
 * @param reason why, in words for the customer
 * @param source where it comes from in the caller's own words, for example an order's number
 * @param recordedBy the caller who asked for it
 * @param causedBy id of the entry or the activity that caused it
 * @param reverses id of the entry that it takes back
 * @param holdId id of the hold that it belongs to
 * @param ruleVersionId id of the version of the rule that made it; null for what no rule made
 * @param calculation how the rule came to the amount, a sentence for each step
 * @param occurredAt when its reason happened, as the caller says
 * @param bookedAt when it took effect; never before the entry before it
 * @param recordedAt when it was written
 * @param previousHash the hash of the entry before it; empty for the first
 * @param hash SHA-256 of all the above
 * @param totalCredited Σ of all that had come into what can be spent once this entry was written;
 *     the wallet's running sum, so that a period is the difference of two entries
 */
public record PointsEntry(
        String id,
        String brandId,
        String walletId,
        long sequence,
        String kind,
        String debit,
        String credit,
        String currency,
        long amount,
        long balanceAfter,
        String reason,
        @Nullable String source,
        String recordedBy,
        @Nullable String causedBy,
        @Nullable String reverses,
        @Nullable String holdId,
        @Nullable String ruleVersionId,
        @Nullable List<String> calculation,
        OffsetDateTime occurredAt,
        OffsetDateTime bookedAt,
        OffsetDateTime recordedAt,
        String previousHash,
        String hash,
        long totalCredited) {

    /** Whether points came into what can be spent. */
    public boolean isCredit() {
        return credit.equals(walletId);
    }

    /** The place in the wallet. */
    public Cursor cursor() {
        return new Cursor(sequence, id);
    }

    /** Whether it is of a kind. */
    public boolean is(EntryKind kind) {
        return kind.name().equals(this.kind);
    }

    /**
     * Whether it was caused by another entry or an activity, or takes an entry back; not what a
     * rule made, which is stored with its activity.
     */
    public boolean hangsOnAnother() {
        return (causedBy != null && ruleVersionId == null) || reverses != null;
    }

    /** The same entry with the hash that it should have. */
    public PointsEntry sealed() {
        return new PointsEntry(
                id,
                brandId,
                walletId,
                sequence,
                kind,
                debit,
                credit,
                currency,
                amount,
                balanceAfter,
                reason,
                source,
                recordedBy,
                causedBy,
                reverses,
                holdId,
                ruleVersionId,
                calculation,
                occurredAt,
                bookedAt,
                recordedAt,
                previousHash,
                computedHash(),
                totalCredited);
    }

    /**
     * The hash that it should have: over all fields in their order, with a separator that no text
     * can contain.
     */
    public String computedHash() {
        return Sha256.of(
                String.join(
                        "\u001f",
                        previousHash,
                        id,
                        brandId,
                        walletId,
                        Long.toString(sequence),
                        kind,
                        debit,
                        credit,
                        currency,
                        Long.toString(amount),
                        Long.toString(balanceAfter),
                        reason,
                        Objects.requireNonNullElse(source, ""),
                        recordedBy,
                        Objects.requireNonNullElse(causedBy, ""),
                        Objects.requireNonNullElse(reverses, ""),
                        Objects.requireNonNullElse(holdId, ""),
                        Objects.requireNonNullElse(ruleVersionId, ""),
                        calculation == null ? "" : String.join("\u001e", calculation),
                        millis(occurredAt),
                        millis(bookedAt),
                        millis(recordedAt)));
    }

    private static String millis(OffsetDateTime time) {
        return Long.toString(time.toInstant().toEpochMilli());
    }
}
