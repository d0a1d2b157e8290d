package dev.grapevine.graph.ledger.audit;

import dev.grapevine.graph.ledger.PointsEntry;
import dev.grapevine.graph.ledger.SystemAccount;
import dev.grapevine.graph.ledger.currency.Currency;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up, for each brand and currency, what customers gave to each other: what one gave another
 * received. All other system accounts balance by construction, since each entry names both.
 */
final class TransferTotals {

    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final OffsetDateTime until;
    private final Map<String, Long> sums = new TreeMap<>();

    /**
     * @param now gifts that may not have been committed when the audit began are left out
     */
    TransferTotals(OffsetDateTime now) {
        until = now.minus(UNDER_WAY);
    }

    void add(PointsEntry entry) {
        if (entry.recordedAt().isBefore(until)) {
            var key = Currency.key(entry.brandId(), entry.currency());
            var account = SystemAccount.TRANSFERRED.name();
            if (entry.credit().equals(account)) {
                sums.merge(key, entry.amount(), Long::sum);
            } else if (entry.debit().equals(account)) {
                sums.merge(key, -entry.amount(), Long::sum);
            }
        }
    }

    LedgerAudit.@Nullable Problem problem() {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .findFirst()
                .map(sum -> problem(sum.getKey(), sum.getValue()))
                .orElse(null);
    }

    private static LedgerAudit.Problem problem(String key, long sum) {
        var brandId = key.substring(0, key.indexOf('|'));
        return new LedgerAudit.Problem(
                brandId, "", 0, "I4", sum + " points of " + key + " were given and not received.");
    }
}
