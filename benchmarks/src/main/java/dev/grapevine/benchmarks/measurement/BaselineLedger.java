package dev.grapevine.benchmarks.measurement;

import dev.grapevine.benchmarks.load.Load;
import dev.grapevine.benchmarks.stage.Stage;
import dev.grapevine.benchmarks.stage.Statement;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Baseline ledger: awards of the driver alone, one statement and transaction each, on separate
 * nodes with the same indexes in the same database, so that the ledger under test stays valid.
 * {@link #SIMPLE} writes an idempotency key, an entry and a balance, {@link #FULL} everything that
 * the ledger under test writes.
 */
public final class BaselineLedger {

    static final Statement SIMPLE = Statement.of("award-simply");
    static final Statement FULL = Statement.of("award-fully");
    private static final OffsetDateTime NEVER =
            OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final Statement OPEN = Statement.of("open-baseline-wallets");
    private static final String PARTNER = "ptn_01K0000000000000000000000";
    private static final String HASH = "0".repeat(64);
    private static final int WALLETS_PER_STATEMENT = 10_000;

    private final Stage stage;
    private final Statement award;

    /**
     * @param award {@link #SIMPLE} or {@link #FULL}
     */
    public BaselineLedger(Stage stage, Statement award) {
        this.stage = stage;
        this.award = award;
    }

    /** Opens a wallet for each customer unless baseline wallets exist. */
    public void open() {
        Statement.of("baseline-constraints")
                .each()
                .forEach(constraint -> stage.bolt().run(constraint, Map.of()));
        var balances = stage.bolt().run(Statement.of("count-baseline-wallets"), Map.of());
        if (balances.getFirst().get("wallets").asLong() > 0) {
            return;
        }
        var customers = stage.customers();
        for (var from = 0; from < customers.size(); from += WALLETS_PER_STATEMENT) {
            var some =
                    customers.subList(
                            from, Math.min(customers.size(), from + WALLETS_PER_STATEMENT));
            stage.bolt()
                    .run(
                            OPEN,
                            Map.of(
                                    "brandId",
                                    some.getFirst().brandId(),
                                    "customerIds",
                                    some.stream().map(Stage.Enrolled::id).toList()));
        }
    }

    /** Returns callers that award points, each call to another customer. */
    public Load.CallerFactory distinctCustomers() {
        return awards(call -> stage.customer(call).id());
    }

    /** Returns callers that award points to one customer. */
    public Load.CallerFactory oneCustomer(String customerId) {
        return awards(_ -> customerId);
    }

    private Load.CallerFactory awards(LongFunction<String> customer) {
        return stage.bolt()
                .callers(
                        award,
                        () -> {
                            var call = stage.nextCall();
                            return parameters(customer.apply(call), call);
                        });
    }

    private static Map<String, Object> parameters(String customerId, long call) {
        return Map.ofEntries(
                Map.entry("customerId", customerId),
                Map.entry("keyHash", "%032x".formatted(call)),
                Map.entry("inputHash", HASH.substring(0, 32)),
                Map.entry("hash", HASH),
                Map.entry("id", "pte_0000000000" + call),
                Map.entry("amount", Awards.POINTS),
                Map.entry("reason", "Benchmark"),
                Map.entry("recordedBy", PARTNER),
                Map.entry("now", OffsetDateTime.now(ZoneOffset.UTC)),
                Map.entry("never", NEVER));
    }
}
