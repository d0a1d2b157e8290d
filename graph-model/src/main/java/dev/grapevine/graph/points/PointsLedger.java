package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.util.Collection;
import java.util.Map;

/**
 * The ledger: exact under any load. Each command locks its wallet first and decides inside the
 * transaction that has the effect. Amounts are whole points.
 */
public interface PointsLedger {

    /** The most that one command may move. */
    long LARGEST_AMOUNT = 1_000_000_000;

    /**
     * Gives points, once per idempotency key. Refusals: {@code INVALID_INPUT}, {@code
     * UNKNOWN_CUSTOMER}, {@code BALANCE_TOO_LARGE}. One transaction of two statements.
     */
    Outcome<PointsEntry> award(Call call, AwardPoints command);

    /**
     * Spends points, once per idempotency key, never below zero. Refusals: {@code INVALID_INPUT},
     * {@code UNKNOWN_CUSTOMER}, and {@link InsufficientPoints}, which is kept under its key. One
     * transaction of two statements.
     */
    Outcome<PointsEntry> redeem(Call call, RedeemPoints command);

    /** The wallet of each customer, by customer id. One round trip. */
    Map<String, Wallet> ofCustomers(Collection<String> customerIds);

    /** The wallets with these ids that the caller may see, by id. One round trip. */
    Map<String, Wallet> walletsByIds(Caller caller, Collection<String> ids);

    /** The entries with these ids that the caller may see, by id. One round trip. */
    Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> ids);

    /** The entries of each wallet, latest first, by wallet id. One round trip. */
    Map<String, Page<PointsEntry>> entries(Collection<String> walletIds, PageRequest request);
}
