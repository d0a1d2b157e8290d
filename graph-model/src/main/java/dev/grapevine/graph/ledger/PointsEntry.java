package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.Sha256;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Posting of points from one account to another. At least one is an account of a wallet, except in
 * a write-off of expired points. An entry never changes. Its node also holds the remainder of the
 * {@link PointsLot} that the entry opened, which does, and is not hashed.
 *
 * @param id {@code pte_…}
 * @param sequence number in the wallet, from 1 without gaps
 * @param kind name of an {@link EntryKind}
 * @param debit account that the points leave: an account of the wallet or a {@link SystemAccount}
 * @param credit account that the points enter
 * @param currency code of the currency
 * @param amount points, at least 1
 * @param balanceAfter available points after the entry
 * @param reason reason shown to the customer
 * @param source origin as given by the caller, for example an order number
 * @param recordedBy id of the caller
 * @param causedBy id of the entry or activity that caused the entry
 * @param reverses id of the entry that this entry reverses
 * @param holdId id of the hold that the entry placed, captured or released
 * @param ruleVersionId id of the rule version that made the entry; null if no rule did
 * @param calculation steps by which the rule calculated the amount, one sentence each
 * @param effectiveAt time at which what caused the entry happened, not after {@code bookedAt};
 *     stored if it is before {@code bookedAt}
 * @param bookedAt time at which the entry was posted, not before the previous entry; for what time
 *     itself does, such as expiry, the time at which it was due
 * @param recordedAt time at which the entry was written; stored if it is not {@code bookedAt}
 * @param hash SHA-256 of the hash of the previous entry and the components above
 * @param totalCredited sum of all credits to the available points up to this entry; a statement is
 *     the difference of two such sums
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
        OffsetDateTime effectiveAt,
        OffsetDateTime bookedAt,
        OffsetDateTime recordedAt,
        String hash,
        long totalCredited) {

    public PointsEntry {
        effectiveAt = Objects.requireNonNullElse(effectiveAt, bookedAt);
        recordedAt = Objects.requireNonNullElse(recordedAt, bookedAt);
    }

    /** Returns true if the entry increases the available points. */
    public boolean isCredit() {
        return credit.equals(walletId);
    }

    /** Returns the cursor in the entries of the wallet. */
    public Cursor cursor() {
        return new Cursor(sequence, id);
    }

    /** Returns true if the entry took effect before it was booked. */
    public boolean isBackdated() {
        return effectiveAt.isBefore(bookedAt);
    }

    /** Returns true if the entry is of the kind. */
    public boolean is(EntryKind kind) {
        return kind.name().equals(this.kind);
    }

    /**
     * Returns true if the entry reverses another entry or names a cause, except for entries of
     * rules, whose cause is stored together with the entry.
     */
    public boolean isLinked() {
        return (causedBy != null && ruleVersionId == null) || reverses != null;
    }

    /**
     * Returns the entry with its computed hash.
     *
     * @param previousHash hash of the previous entry of the wallet; empty for the first
     */
    public PointsEntry sealed(String previousHash) {
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
                effectiveAt,
                bookedAt,
                recordedAt,
                computedHash(previousHash),
                totalCredited);
    }

    /**
     * Returns the SHA-256 over the previous hash and all hashed components in their order,
     * separated by U+001F, which no text contains.
     */
    public String computedHash(String previousHash) {
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
                        millis(effectiveAt),
                        millis(bookedAt),
                        millis(recordedAt)));
    }

    private static String millis(OffsetDateTime time) {
        return Long.toString(time.toInstant().toEpochMilli());
    }
}
