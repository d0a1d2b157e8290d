package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is in the wallets, and what was. A wallet is as of now: what matured, expired or timed out
 * by itself is written before it is read. What is asked of a wallet by its id is as of when the
 * wallet itself was read last. Each method costs one round trip for all that it is asked for;
 * wallets in which something was due cost a transaction each besides.
 */
public interface Wallets {

    /** The wallet of each customer in one currency, by customer id. */
    Map<String, Wallet> ofCustomers(Collection<String> customerIds, String currency);

    /** All wallets of each customer, by currency, by customer id. */
    Map<String, List<Wallet>> allOfCustomers(Collection<String> customerIds);

    /** The wallets with these ids that the caller may see, by id. */
    Map<String, Wallet> byIds(Caller caller, Collection<String> ids);

    /** The entries with these ids that the caller may see, by id. */
    Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> ids);

    /** The entries of each wallet, latest first, by wallet id. */
    Map<String, Page<PointsEntry>> entries(Collection<String> walletIds, PageRequest request);

    /** The holds with these ids that the caller may see, by id. */
    Map<String, Hold> holdsByIds(Caller caller, Collection<String> ids);

    /**
     * The holds of each wallet that are neither captured nor released, the next to expire first.
     */
    Map<String, Page<Hold>> openHolds(Collection<String> walletIds, PageRequest request);

    /**
     * What could be spent at a moment, by wallet id: the fold over all entries that had taken
     * effect by then. A moment to come answers what could be spent now.
     */
    Map<String, Long> balancesAt(Collection<String> walletIds, OffsetDateTime at);

    /** What expires when, soonest first, up to a moment and without it, by wallet id. */
    Map<String, List<Expiring>> expiring(Collection<String> walletIds, OffsetDateTime until);

    /** What came in and went out from one moment on and before another, by wallet id. */
    Map<String, Statement> statements(Collection<String> walletIds, Statement.Period period);

    /** The entries of a statement, oldest first, by wallet id. */
    Map<String, Page<PointsEntry>> entriesOf(
            Collection<String> walletIds, Statement.Period period, PageRequest request);

    /**
     * Points that expire together.
     *
     * @param at when
     * @param amount how many, at least 1
     */
    record Expiring(OffsetDateTime at, long amount) {}
}
