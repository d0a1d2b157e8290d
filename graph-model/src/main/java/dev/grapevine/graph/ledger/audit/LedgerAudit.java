package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.EntryTime;
import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.session.LedgerLoader;
import dev.grapevine.graph.ledger.session.LedgerReader;
import dev.grapevine.graph.ledger.session.WalletRequest;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Verification of the ledger and report of liabilities. Wallets are read in pages by id and their
 * entries in chunks, so that memory and transactions stay small for many wallets and for long
 * histories.
 */
@Component
public class LedgerAudit {

    private static final CypherStatement WALLETS =
            CypherStatement.of(LedgerAudit.class, "wallets-to-audit");
    private static final CypherStatement HASH_BEFORE =
            CypherStatement.of(LedgerAudit.class, "hash-before");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(LedgerReader.class, "wallets-by-ids");
    private static final int WALLETS_PER_PAGE = 500;

    private final GraphClient graph;
    private final AuditedEntries entries;
    private final LedgerLoader loader;
    private final LiabilityReport liabilityReport;
    private final Times times;

    LedgerAudit(
            GraphClient graph,
            AuditedEntries entries,
            LedgerLoader loader,
            LiabilityReport liabilityReport,
            Times times) {
        this.graph = graph;
        this.entries = entries;
        this.loader = loader;
        this.liabilityReport = liabilityReport;
        this.times = times;
    }

    /**
     * Recomputes all wallets of a brand, or of all brands: sequence numbers, hashes, balances,
     * lots, and the balance of all accounts. Stops at the first invalid wallet, in the order of
     * their ids. A wallet that seems invalid under concurrent writes is verified again, in the end
     * under its lock.
     *
     * @param brandId id of the brand; null for all brands
     * @param progress receives the number of verified wallets
     */
    public AuditReport verify(@Nullable String brandId, LongConsumer progress) {
        var transferTotals = new TransferTotals(times.now());
        var wallets = 0L;
        var entries = 0L;
        var page = page(brandId, "");
        while (!page.isEmpty()) {
            for (var chunk : chunks(page)) {
                var problem = audit(chunk, transferTotals);
                if (problem != null) {
                    return new AuditReport(wallets + chunk.size(), entries, problem);
                }
                wallets += chunk.size();
                entries += chunk.stream().mapToLong(Wallet::sequence).sum();
                progress.accept(wallets);
            }
            page = page(brandId, page.getLast().id());
        }
        return new AuditReport(wallets, entries, transferTotals.problem());
    }

    private List<Wallet> page(@Nullable String brandId, String after) {
        var parameters = new HashMap<String, Object>();
        parameters.put("brandId", brandId);
        parameters.put("after", after);
        parameters.put("limit", WALLETS_PER_PAGE);
        return graph.read(WALLETS, parameters, Rows.to(Wallet.class, "wallet"));
    }

    /**
     * Splits wallets into chunks with few entries together; a wallet with many entries is a chunk
     * of its own.
     */
    private static List<List<Wallet>> chunks(List<Wallet> wallets) {
        var chunks = new ArrayList<List<Wallet>>();
        var chunk = new ArrayList<Wallet>();
        var entries = 0L;
        for (var wallet : wallets) {
            if (!chunk.isEmpty() && entries + wallet.sequence() > AuditedEntries.MAX_READ) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                entries = 0;
            }
            chunk.add(wallet);
            entries += wallet.sequence();
        }
        chunks.add(List.copyOf(chunk));
        return chunks;
    }

    private @Nullable Problem audit(List<Wallet> chunk, TransferTotals transferTotals) {
        for (var audit : audited(chunk, transferTotals)) {
            if (audit.problem() != null) {
                var problem = verifyAgain(audit.wallet());
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private List<WalletAudit> audited(List<Wallet> chunk, @Nullable TransferTotals transferTotals) {
        var audits = new LinkedHashMap<String, WalletAudit>();
        chunk.forEach(wallet -> audits.put(wallet.id(), new WalletAudit(wallet)));
        entries.read(
                chunk,
                audited -> {
                    Objects.requireNonNull(audits.get(audited.entry().walletId())).add(audited);
                    if (transferTotals != null) {
                        transferTotals.add(audited.entry());
                    }
                });
        audits.values().forEach(WalletAudit::close);
        return List.copyOf(audits.values());
    }

    /**
     * Verifies a wallet again until it did not change meanwhile; after five attempts, under its
     * lock.
     */
    private @Nullable Problem verifyAgain(Wallet suspect) {
        for (var attempt = 0; attempt < 5; attempt++) {
            var before = wallet(suspect);
            var problem = audited(List.of(before), null).getFirst().problem();
            if (problem == null || before.equals(wallet(suspect))) {
                return problem;
            }
        }
        var request = Map.of(suspect.walletKey(), WalletRequest.SYSTEM);
        return graph.inOneTransaction(() -> audited(loader.lock(request), null))
                .getFirst()
                .problem();
    }

    private Wallet wallet(Wallet wallet) {
        return graph.read(BY_IDS, Map.of("ids", List.of(wallet.id())), LedgerAudit::wallet)
                .getFirst();
    }

    private static Wallet wallet(Record row) {
        return Rows.map(row.get("wallet"), Wallet.class);
    }

    /** Returns the hash of the entry before an entry of a wallet; empty for the first. */
    public String hashBefore(PointsEntry entry) {
        return graph
                .read(
                        HASH_BEFORE,
                        Map.of(
                                "walletId", entry.walletId(),
                                "bookedAt", entry.bookedAt(),
                                "sequence", entry.sequence()),
                        row -> row.get("hash").asString())
                .stream()
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the points that a brand owes its customers in one currency, by age, youngest first.
     *
     * @param by time from which the age counts
     */
    public List<LiabilityBand> liability(String brandId, String currency, EntryTime by) {
        return liabilityReport.of(brandId, currency, by);
    }

    /**
     * Result of a verification.
     *
     * @param walletCount number of verified wallets
     * @param entryCount number of verified entries
     * @param problem first problem; null if there is none
     */
    public record AuditReport(long walletCount, long entryCount, @Nullable Problem problem) {
        public boolean isConsistent() {
            return problem == null;
        }
    }

    /**
     * Broken invariant.
     *
     * @param sequence number of the first invalid entry; 0 if the problem concerns the wallet as a
     *     whole
     * @param invariant short name in the documentation, for example {@code I3}
     */
    public record Problem(
            String brandId, String walletId, long sequence, String invariant, String message) {}

    /**
     * Points within a range of ages.
     *
     * @param fromDays lower bound of the age in whole days, inclusive
     * @param untilDays upper bound of the age in whole days, exclusive; null for the oldest band
     * @param amount available, pending and held points of this age
     * @param lots number of lots of this age
     */
    public record LiabilityBand(
            int fromDays, @Nullable Integer untilDays, long amount, long lots) {}
}
