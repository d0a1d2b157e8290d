package dev.grapevine.graph.ledger.command;

import dev.grapevine.graph.kernel.command.Command;
import dev.grapevine.graph.ledger.PointsLedger;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;

/**
 * Command to award points to a customer.
 *
 * @param currency code of the currency
 * @param amount 1 to {@link PointsLedger#MAX_AMOUNT}
 * @param reason 1 to 200 characters, shown to the customer
 * @param source origin as given by the caller, for example an order number; up to 200 characters
 * @param causedBy id of the causing entry or activity; a reversal of the causing entry also
 *     reverses the award
 * @param occurredAt time of the event behind the award; null for now
 * @param availableAt time from which the points are available; null for now, or for confirmation
 * @param awaitsConfirmation true if the points are pending until confirmed, unless {@code
 *     availableAt} is given
 * @param expiresAt time of the expiry; null for the expiry of the currency
 */
public record AwardPoints(
        String customer,
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

    /** Creates an award of standard points that are available now. */
    public AwardPoints(
            String customer, long amount, String reason, @Nullable OffsetDateTime occurredAt) {
        this(
                customer,
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
