package dev.grapevine.benchmarks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The simplest ledger that keeps an idempotency key, an entry and a balance, written by the driver
 * alone: on nodes of its own with the same indexes, in the same database, so that the ledger under
 * test stays as its rules want it.
 */
final class BaselineLedger {

    private static final Statement AWARD = Statement.of("award-simply");
    private static final Statement OPEN = Statement.of("open-baseline-wallets");
    private static final int WALLETS_AT_ONCE = 10_000;

    private final Stage stage;

    BaselineLedger(Stage stage) {
        this.stage = stage;
    }

    /** Opens a wallet for each customer, unless there are some already. */
    void open() {
        Statement.of("baseline-constraints")
                .each()
                .forEach(constraint -> stage.bolt().run(constraint, Map.of()));
        var balances = stage.bolt().run(Statement.of("count-baseline-wallets"), Map.of());
        if (balances.getFirst().get("wallets").asLong() > 0) {
            return;
        }
        var customers = stage.customers();
        for (var from = 0; from < customers.size(); from += WALLETS_AT_ONCE) {
            var some = customers.subList(from, Math.min(customers.size(), from + WALLETS_AT_ONCE));
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

    /** Each call another customer. */
    Load.Opening distinctCustomers() {
        return awards(call -> stage.customer(call).id());
    }

    /** Every call the same customer. */
    Load.Opening oneCustomer(String customerId) {
        return awards(_ -> customerId);
    }

    private Load.Opening awards(LongFunction<String> customer) {
        return stage.bolt()
                .callers(
                        AWARD,
                        () -> {
                            var call = stage.nextCall();
                            return parameters(customer.apply(call), call);
                        });
    }

    private static Map<String, Object> parameters(String customerId, long call) {
        return Map.of(
                "customerId",
                customerId,
                "scope",
                "ptn_01K0000000000000000000000|AwardPoints|benchmark-" + call,
                "inputHash",
                "0".repeat(64),
                "id",
                "pte_0000000000" + call,
                "amount",
                Awards.POINTS,
                "reason",
                "Benchmark",
                "recordedBy",
                "ptn_01K0000000000000000000000",
                "now",
                OffsetDateTime.now(ZoneOffset.UTC));
    }
}
