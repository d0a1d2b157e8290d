package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Outcome;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * The ledger: exact under any load. Each command locks its wallets first and decides inside the
 * transaction that has the effect; concurrent commands share transactions. Amounts are whole
 * points. Every command is carried out once per idempotency key and answers its entry; all refuse
 * {@code INVALID_INPUT}, and {@code UNKNOWN_…} for what is not there or not the caller's to see;
 * whatever draws from more than 5,000 lots is refused with {@code TOO_MANY_LOTS}.
 */
public interface PointsLedger {

    /** The most that one command may move. */
    long LARGEST_AMOUNT = 1_000_000_000;

    /** The most awards in one batch. */
    int LARGEST_BATCH = 500;

    /**
     * Gives points. Refusals: {@code BALANCE_TOO_LARGE}, {@code CAUSE_REVERSED}, {@link
     * AwardLimitExceeded}.
     */
    Outcome<PointsEntry> award(Call call, AwardPoints command);

    /** An award of a batch, under a key of its own. */
    record Award(Call call, AwardPoints command) {}

    /** Gives points to many; each award has its own outcome, in its place. */
    List<Outcome<PointsEntry>> awardAll(List<Award> awards);

    /**
     * Gives and takes what rules have worked out for activities, inside the transaction that
     * records these; that they are recorded once makes it exact, so no keys are needed. What is
     * taken beyond the balance is owed, whatever the currency says of reversals. Throws if it does
     * not all go through.
     */
    void earn(List<Earning> earnings);

    /** What rules have given these customers for their activities so far. One round trip. */
    List<Earned> earnedBy(Collection<String> customerIds);

    /**
     * What a version of a rule has given for an activity, all entries added up.
     *
     * @param amount below zero if it was taken
     * @param reversed how much of it was taken back by reversals
     * @param occurredAt when the activity happened
     */
    record Earned(
            String customerId,
            String activityId,
            String ruleVersionId,
            String currency,
            long amount,
            long reversed,
            OffsetDateTime occurredAt) {}

    /** Makes pending points available. Refusals: {@code NOT_PENDING}. */
    Outcome<PointsEntry> confirm(Call call, ConfirmPoints command);

    /** Spends points. Refusals: {@link InsufficientPoints}, which is kept under its key. */
    Outcome<PointsEntry> redeem(Call call, RedeemPoints command);

    /** Sets points aside; the entry names the hold. Refusals: {@link InsufficientPoints}. */
    Outcome<PointsEntry> hold(Call call, HoldPoints command);

    /**
     * Spends held points; what is left of the hold comes back into the lots that it was drawn from.
     * Refusals: {@code HOLD_CLOSED}, {@code HOLD_EXPIRED}, {@code CAPTURE_TOO_LARGE}.
     */
    Outcome<PointsEntry> capture(Call call, CaptureHold command);

    /**
     * Brings held points back into the lots that they were drawn from. Refusals: {@code
     * HOLD_CLOSED}, {@code HOLD_EXPIRED}.
     */
    Outcome<PointsEntry> release(Call call, ReleaseHold command);

    /**
     * Gives points of one customer to another; answers the giver's entry. Refusals: {@link
     * InsufficientPoints}, {@code NOT_TRANSFERABLE}, {@code TRANSFER_TO_SELF}, {@code
     * TRANSFER_LIMIT_EXCEEDED}, {@code BALANCE_TOO_LARGE}.
     */
    Outcome<PointsEntry> transfer(Call call, TransferPoints command);

    /** Corrects a balance. Refusals: {@link InsufficientPoints}, {@code BALANCE_TOO_LARGE}. */
    Outcome<PointsEntry> adjust(Call call, AdjustPoints command);

    /**
     * Takes an entry back, once. What was earned leaves its own lot first, then those that expire
     * soonest; what the wallet lacks is owed or the reversal is refused, as the currency says; what
     * has expired costs nothing more. What was spent comes back into the lots that it was drawn
     * from. What an entry caused is taken back with it. Refusals: {@code ALREADY_REVERSED}, {@code
     * NOT_REVERSIBLE}, {@code REVERSAL_TOO_LARGE}, {@code ALREADY_SPENT}, and whatever a {@link
     * ReversalGuard} says of an entry that something was paid by.
     */
    Outcome<PointsEntry> reverse(Call call, ReverseEntry command);

    /**
     * As {@link #reverse}, for the room that has let something be paid by the entry and takes that
     * back: no guard is asked.
     */
    Outcome<PointsEntry> refund(Call call, ReverseEntry command);

    /**
     * Writes what has happened by itself in these wallets: points that matured or expired, holds
     * that timed out. Doing it twice does nothing.
     */
    void settle(Collection<String> walletIds);
}
