package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.GraphException;
import dev.grapevine.graph.kernel.database.GraphUnavailable;
import dev.grapevine.graph.kernel.database.Rows;
import dev.grapevine.graph.ledger.posting.LedgerExecutor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scheduled job that writes the due events of wallets without reads and commands. Correctness does
 * not depend on the job: every read and every command writes the due events of its wallets first.
 * Each wallet has a transaction of its own, so the job is idempotent and can be interrupted or run
 * in several processes.
 */
@Component
public class ExpiryJob {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJob.class);
    private static final CypherStatement DUE = CypherStatement.of(ExpiryJob.class, "due-wallets");
    private static final int PAGE_SIZE = 500;

    private final GraphClient graph;
    private final LedgerExecutor executor;
    private final Times times;

    ExpiryJob(GraphClient graph, LedgerExecutor executor, Times times) {
        this.graph = graph;
        this.executor = executor;
        this.times = times;
    }

    /** Writes the due events of all wallets; a wallet that fails is skipped until the next run. */
    @Scheduled(fixedDelayString = "${grapevine.ledger.due-events-every:1m}")
    public void run() {
        var now = times.now();
        var failed = new ArrayList<String>();
        var updated = 0L;
        try {
            for (var page = page(now, failed); !page.isEmpty(); page = page(now, failed)) {
                updated +=
                        page.stream().filter(wallet -> processesDueEvents(wallet, failed)).count();
            }
        } catch (GraphException e) {
            LOG.warn("Expiry job stopped until its next run: {}", e.getMessage());
        }
        if (updated > 0) {
            LOG.info("Expiry job wrote the due events of {} wallets", updated);
        }
    }

    private List<Wallet> page(OffsetDateTime now, List<String> failed) {
        return graph.read(
                DUE,
                Map.of("now", now, "failed", failed, "limit", PAGE_SIZE),
                Rows.to(Wallet.class, "wallet"));
    }

    private boolean processesDueEvents(Wallet wallet, List<String> failed) {
        try {
            executor.processDueEvents(List.of(wallet.walletKey()));
            return true;
        } catch (GraphUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Expiry job skipped wallet {} until its next run", wallet.id(), e);
            failed.add(wallet.id());
            return false;
        }
    }
}
