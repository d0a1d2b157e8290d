package dev.grapevine.graph.points;

import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Times;

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
 * Audits by Cypher: wallets in pages by their ids, their entries in chunks, so that neither many
 * wallets nor a long history need much memory or a long transaction.
 */
@Component
class CypherLedgerAudit implements LedgerAudit {

    private static final CypherFile WALLETS =
            CypherFile.of(CypherLedgerAudit.class, "wallets-to-audit");
    private static final CypherFile ENTRIES =
            CypherFile.of(CypherLedgerAudit.class, "entries-to-audit");
    private static final CypherFile LOCK = CypherFile.of(CypherLedgerAudit.class, "lock-wallets");
    private static final CypherFile BY_IDS =
            CypherFile.of(CypherLedgerAudit.class, "wallets-by-ids");
    private static final int WALLETS_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 2_000;
    private static final long LAST = Long.MAX_VALUE;

    private final Graph graph;
    private final Liabilities liabilities;
    private final Times times;

    CypherLedgerAudit(Graph graph, Liabilities liabilities, Times times) {
        this.graph = graph;
        this.liabilities = liabilities;
        this.times = times;
    }

    /** Entries of a wallet with numbers after one and up to another. */
    private record Range(String walletId, long after, long upTo) {}

    @Override
    public AuditReport verify(@Nullable String brandId, LongConsumer progress) {
        var transit = new Transit(times.now());
        var wallets = 0L;
        var entries = 0L;
        var page = page(brandId, "");
        while (!page.isEmpty()) {
            for (var chunk : chunks(page)) {
                var problem = audit(chunk, transit);
                if (problem != null) {
                    return new AuditReport(wallets + chunk.size(), entries, problem);
                }
                wallets += chunk.size();
                entries += chunk.stream().mapToLong(Wallet::sequence).sum();
                progress.accept(wallets);
            }
            page = page(brandId, page.getLast().id());
        }
        return new AuditReport(wallets, entries, transit.problem());
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

    private @Nullable Problem audit(List<Wallet> chunk, Transit transit) {
        for (var audit : audited(chunk, transit)) {
            if (audit.problem() != null) {
                var problem = atRest(audit.wallet());
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private List<WalletAudit> audited(List<Wallet> chunk, @Nullable Transit transit) {
        var audits = new LinkedHashMap<String, WalletAudit>();
        chunk.forEach(wallet -> audits.put(wallet.id(), new WalletAudit(wallet)));
        for (var ranges : ranges(chunk)) {
            for (var audited : entries(ranges)) {
                Objects.requireNonNull(audits.get(audited.entry().walletId())).add(audited);
                if (transit != null) {
                    transit.add(audited.entry());
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
    private @Nullable Problem atRest(Wallet suspect) {
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
                                                CypherLedgerAudit::wallet),
                                        null))
                .getFirst()
                .problem();
    }

    private Wallet wallet(Wallet known) {
        return graph.read(BY_IDS, Map.of("ids", List.of(known.id())), CypherLedgerAudit::wallet)
                .getFirst();
    }

    private static Wallet wallet(Record row) {
        return row.get("wallet").as(Wallet.class);
    }

    @Override
    public List<LiabilityBand> liability(String brandId, String currency) {
        return liabilities.of(brandId, currency);
    }
}
