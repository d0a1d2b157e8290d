package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Asks for points to be given to a customer.
 *
 * @param currency code of the currency
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, for the customer to read
 * @param source where it comes from in the caller's own words, for example an order's number; up to
 *     200 characters
 * @param causedBy the entry or the activity that causes it: taking that entry back takes this one
 *     back
 * @param occurredAt null for now
 * @param availableAt pending until then, or until confirmed; null for now
 * @param awaitsConfirmation pending until confirmed, if it has no {@code availableAt}
 * @param expiresAt null for what the currency says
 */
public record AwardPoints(
        String customerId,
        String currency,
        long amount,
        String reason,
        @Nullable String source,
        @Nullable String causedBy,
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime availableAt,
        boolean awaitsConfirmation,
        @Nullable OffsetDateTime expiresAt)
        implements Command {

    /** Standard points that are available at once. */
    public AwardPoints(
            String customerId, long amount, String reason, @Nullable OffsetDateTime occurredAt) {
        this(
                customerId,
                Currency.STANDARD,
                amount,
                reason,
                null,
                null,
                occurredAt,
                null,
                false,
                null);
    }

    boolean isPending() {
        return awaitsConfirmation || availableAt != null;
    }

    @Override
    public String operation() {
        return "awardPoints";
    }
}
