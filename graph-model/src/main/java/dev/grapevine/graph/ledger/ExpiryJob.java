package dev.grapevine.graph.ledger;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.database.CypherStatement;
import dev.grapevine.graph.kernel.database.GraphClient;
import dev.grapevine.graph.kernel.database.GraphException;
import dev.grapevine.graph.kernel.database.GraphUnavailable;
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
 * Settles wallets in which something was due and nobody has looked since. No answer depends on it:
 * whoever reads or writes a wallet settles it first. It can be killed anywhere and run twice, also
 * beside itself in another process, because each wallet is settled in a transaction of its own, and
 * what is settled is not due any more.
 */
@Component
public class ExpiryJob {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJob.class);
    private static final CypherStatement DUE = CypherStatement.of(ExpiryJob.class, "due-wallets");
    private static final int AT_ONCE = 500;

    private final GraphClient graph;
    private final LedgerExecutor executor;
    private final Times times;

    ExpiryJob(GraphClient graph, LedgerExecutor desk, Times times) {
        this.graph = graph;
        this.executor = desk;
        this.times = times;
    }

    /** Settles all wallets in which something is due; one that fails is left for the next time. */
    @Scheduled(fixedDelayString = "${grapevine.ledger.due-events-every:1m}")
    public void run() {
        var now = times.now();
        var failed = new ArrayList<String>();
        var settled = 0L;
        try {
            for (var page = page(now, failed); !page.isEmpty(); page = page(now, failed)) {
                settled +=
                        page.stream().filter(wallet -> processesDueEvents(wallet, failed)).count();
            }
        } catch (GraphException e) {
            LOG.warn("Wallets were not settled, and will be later: {}", e.getMessage());
        }
        if (settled > 0) {
            LOG.info("Settled {} wallets in which points had matured or expired", settled);
        }
    }

    private List<Wallet> page(OffsetDateTime now, List<String> failed) {
        return graph.read(
                DUE,
                Map.of("now", now, "failed", failed, "limit", AT_ONCE),
                row -> row.get("wallet").as(Wallet.class));
    }

    private boolean processesDueEvents(Wallet wallet, List<String> failed) {
        try {
            executor.processDueEvents(List.of(wallet.walletKey()));
            return true;
        } catch (GraphUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Wallet {} was not settled, and will be tried again", wallet.id(), e);
            failed.add(wallet.id());
            return false;
        }
    }
}
