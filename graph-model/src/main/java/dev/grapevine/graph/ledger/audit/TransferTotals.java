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
 * Sums of the transfers between customers, by brand and currency, which must be 0. All other system
 * accounts balance by construction, because each entry has two accounts.
 */
final class TransferTotals {

    private static final Duration COMMIT_DELAY = Duration.ofSeconds(10);

    private final OffsetDateTime until;
    private final Map<String, Long> sums = new TreeMap<>();

    /**
     * Creates empty sums.
     *
     * @param now start of the verification; transfers of the last seconds before may not be
     *     committed and are ignored
     */
    TransferTotals(OffsetDateTime now) {
        until = now.minus(COMMIT_DELAY);
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
                brandId,
                "",
                0,
                "I4",
                "transfers of currency " + key + " add up to " + sum + " points instead of 0.");
    }
}
