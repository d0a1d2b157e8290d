package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.ledger.Wallet;
import dev.grapevine.graph.ledger.session.LedgerLoader;
import dev.grapevine.graph.ledger.session.LedgerReader;

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
 * Looks whether the ledger is right, and what it owes.
 *
 * <p>Audits by Cypher: wallets in pages by their ids, their entries in chunks, so that neither many
 * wallets nor a long history need much memory or a long transaction.
 */
@Component
public class LedgerAudit {

    private static final CypherStatement WALLETS =
            CypherStatement.of(LedgerAudit.class, "wallets-to-audit");
    private static final CypherStatement ENTRIES =
            CypherStatement.of(LedgerAudit.class, "entries-to-audit");
    private static final CypherStatement LOCK =
            CypherStatement.of(LedgerLoader.class, "lock-wallets");
    private static final CypherStatement BY_IDS =
            CypherStatement.of(LedgerReader.class, "wallets-by-ids");
    private static final int WALLETS_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 2_000;
    private static final long LAST = Long.MAX_VALUE;

    private final GraphClient graph;
    private final LiabilityReport liabilityReport;
    private final Times times;

    LedgerAudit(GraphClient graph, LiabilityReport liabilityReport, Times times) {
        this.graph = graph;
        this.liabilityReport = liabilityReport;
        this.times = times;
    }

    /** Entries of a wallet with numbers after one and up to another. */
    private record Range(String walletId, long after, long upTo) {}

    /**
     * Recomputes every wallet of a brand, or of all: sequence, hashes, balances, lots, and that
     * nothing was made or lost between accounts. Goes through the wallets in the order of their ids
     * and stops at the first that is wrong. A wallet that looks wrong while others write is looked
     * at again under its lock.
     *
     * @param brandId null for all brands
     * @param progress is told how many wallets have been looked at
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
        parameters.put("limit", WALLETS_AT_ONCE);
        return graph.read(WALLETS, parameters, row -> row.get("wallet").as(Wallet.class));
    }

    /** Wallets that together have few entries, or one that has many. */
    private static List<List<Wallet>> chunks(List<Wallet> wallets) {
        var chunks = new ArrayList<List<Wallet>>();
        var chunk = new ArrayList<Wallet>();
        var entries = 0L;
        for (var wallet : wallets) {
            if (!chunk.isEmpty() && entries + wallet.sequence() > ENTRIES_AT_ONCE) {
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
                var problem = quiescent(audit.wallet());
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
        for (var ranges : ranges(chunk)) {
            for (var audited : entries(ranges)) {
                Objects.requireNonNull(audits.get(audited.entry().walletId())).add(audited);
                if (transferTotals != null) {
                    transferTotals.add(audited.entry());
                }
            }
        }
        audits.values().forEach(WalletAudit::close);
        return List.copyOf(audits.values());
    }

    /** All entries of these wallets, in portions that one statement can read. */
    private static List<List<Range>> ranges(List<Wallet> chunk) {
        if (chunk.size() > 1) {
            return List.of(chunk.stream().map(wallet -> new Range(wallet.id(), 0, LAST)).toList());
        }
        var wallet = chunk.getFirst();
        var ranges = new ArrayList<List<Range>>();
        for (var after = 0L; after <= wallet.sequence(); after += ENTRIES_AT_ONCE) {
            var isLast = after + ENTRIES_AT_ONCE > wallet.sequence();
            var upTo = isLast ? LAST : after + ENTRIES_AT_ONCE;
            ranges.add(List.of(new Range(wallet.id(), after, upTo)));
        }
        return ranges;
    }

    private List<AuditedEntry> entries(List<Range> ranges) {
        return graph.read(ENTRIES, Map.of("ranges", ranges), row -> row.as(AuditedEntry.class));
    }

    /**
     * Looks again at a wallet that seemed wrong, until nobody has written to it meanwhile; if
     * somebody always does, under its lock.
     */
    private @Nullable Problem quiescent(Wallet suspect) {
        for (var tries = 0; tries < 5; tries++) {
            var before = wallet(suspect);
            var problem = audited(List.of(before), null).getFirst().problem();
            if (problem == null || before.equals(wallet(suspect))) {
                return problem;
            }
        }
        return graph.inOneTransaction(
                        () ->
                                audited(
                                        graph.write(
                                                LOCK,
                                                Map.of("keys", List.of(suspect.key())),
                                                LedgerAudit::wallet),
                                        null))
                .getFirst()
                .problem();
    }

    private Wallet wallet(Wallet known) {
        return graph.read(BY_IDS, Map.of("ids", List.of(known.id())), LedgerAudit::wallet)
                .getFirst();
    }

    private static Wallet wallet(Record row) {
        return row.get("wallet").as(Wallet.class);
    }

    /** What a brand owes its customers in one currency, by the age of the points. */
    public List<LiabilityBand> liability(String brandId, String currency) {
        return liabilityReport.of(brandId, currency);
    }

    /**
     * What an audit found.
     *
     * @param wallets how many were looked at
     * @param entries how many were looked at
     * @param problem the first thing that is wrong; null if all is right
     */
    public record AuditReport(long wallets, long entries, @Nullable Problem problem) {
        public boolean isRight() {
            return problem == null;
        }
    }

    /**
     * Something that is wrong.
     *
     * @param sequence the first entry that is wrong; 0 if it is the wallet as a whole
     * @param invariant its short name in the documentation, for example {@code I3}
     */
    public record Problem(
            String brandId, String walletId, long sequence, String invariant, String message) {}

    /**
     * Points of an age.
     *
     * @param fromDays the least age in whole days
     * @param toDays the age that they have not reached; null for the last band
     * @param amount how many points customers hold of that age: available, pending or held
     * @param lots how many lots they are in
     */
    public record LiabilityBand(int fromDays, @Nullable Integer toDays, long amount, long lots) {}
}
