package dev.grapevine.graph.points;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Caller;
import dev.grapevine.graph.kernel.Cursor;
import dev.grapevine.graph.kernel.CypherFile;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Page;
import dev.grapevine.graph.kernel.PageRequest;
import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger by Cypher. */
@Component
class CypherPointsLedger implements PointsLedger {

    private static final CypherFile AWARD = CypherFile.of(CypherPointsLedger.class, "award-points");
    private static final CypherFile REDEEM =
            CypherFile.of(CypherPointsLedger.class, "redeem-points");
    private static final CypherFile FIRST_ANSWER =
            CypherFile.of(CypherPointsLedger.class, "first-answer");
    private static final CypherFile OF_CUSTOMERS =
            CypherFile.of(CypherPointsLedger.class, "wallets-of-customers");
    private static final CypherFile WALLETS =
            CypherFile.of(CypherPointsLedger.class, "wallets-by-ids");
    private static final CypherFile ENTRIES_BY_IDS =
            CypherFile.of(CypherPointsLedger.class, "entries-by-ids");
    private static final CypherFile ENTRIES =
            CypherFile.of(CypherPointsLedger.class, "entries-of-wallets");

    private final Graph graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Times times;

    CypherPointsLedger(Graph graph, Idempotency idempotency, Ids ids, Times times) {
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.times = times;
    }

    @Override
    public Outcome<PointsEntry> award(Call call, AwardPoints command) {
        var transfer =
                new Transfer(
                        command.customerId(),
                        command.amount(),
                        command.reason(),
                        command.occurredAt());
        return move(call, command, AWARD, SystemAccount.ISSUED, transfer);
    }

    @Override
    public Outcome<PointsEntry> redeem(Call call, RedeemPoints command) {
        var transfer =
                new Transfer(
                        command.customerId(),
                        command.amount(),
                        command.reason(),
                        command.occurredAt());
        return move(call, command, REDEEM, SystemAccount.REDEEMED, transfer);
    }

    private record Transfer(
            String customerId, long amount, String reason, @Nullable OffsetDateTime occurredAt) {

        Inputs check() {
            return new Inputs()
                    .between("amount", amount, 1, LARGEST_AMOUNT)
                    .text("reason", reason, 1, 200)
                    .time("occurredAt", occurredAt);
        }
    }

    private Outcome<PointsEntry> move(
            Call call,
            java.lang.Record command,
            CypherFile statement,
            SystemAccount account,
            Transfer transfer) {
        var inputs = transfer.check();
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        var id = ids.next("pte");
        return idempotency.once(
                call,
                command,
                id,
                () -> move(id, call.caller(), statement, account, transfer),
                this::firstAnswer);
    }

    private Outcome<PointsEntry> move(
            String id,
            Caller caller,
            CypherFile statement,
            SystemAccount account,
            Transfer transfer) {
        var now = times.now();
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("customerId", transfer.customerId());
        parameters.put("scope", caller.brandId());
        parameters.put("amount", transfer.amount());
        parameters.put("account", account.name());
        parameters.put("reason", transfer.reason());
        parameters.put("recordedBy", caller.id());
        parameters.put(
                "occurredAt",
                transfer.occurredAt() == null ? now : Times.utc(transfer.occurredAt()));
        parameters.put("now", now);
        return graph.write(statement, parameters, CypherPointsLedger::outcome).stream()
                .findFirst()
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        new Unknown(
                                                "Customer", transfer.customerId(), "customerId")));
    }

    private Outcome<PointsEntry> firstAnswer(String id) {
        return graph.read(FIRST_ANSWER, Map.of("id", id), CypherPointsLedger::outcome).getFirst();
    }

    private static Outcome<PointsEntry> outcome(Record row) {
        return switch (row.get("outcome").asString()) {
            case "DONE" -> Outcome.done(entry(row));
            case "BALANCE_TOO_LARGE" -> Outcome.refused(new BalanceTooLarge());
            case "INSUFFICIENT_POINTS" ->
                    Outcome.refusedForEver(
                            new InsufficientPoints(
                                    row.get("balance").asLong(), row.get("required").asLong()));
            default -> throw new IllegalStateException("Not an outcome: " + row);
        };
    }

    private static PointsEntry entry(Record row) {
        return row.get("entry").as(PointsEntry.class);
    }

    @Override
    public Map<String, Wallet> ofCustomers(Collection<String> customerIds) {
        return wallets(OF_CUSTOMERS, customerIds).stream()
                .collect(toMap(Wallet::customerId, wallet -> wallet));
    }

    @Override
    public Map<String, Wallet> walletsByIds(Caller caller, Collection<String> wanted) {
        return wallets(WALLETS, wanted).stream()
                .filter(wallet -> caller.sees(wallet.brandId()))
                .collect(toMap(Wallet::id, wallet -> wallet));
    }

    private List<Wallet> wallets(CypherFile statement, Collection<String> wanted) {
        return graph.read(
                statement,
                Map.of("ids", List.copyOf(wanted)),
                row -> row.get("wallet").as(Wallet.class));
    }

    @Override
    public Map<String, PointsEntry> entriesByIds(Caller caller, Collection<String> wanted) {
        return graph
                .read(ENTRIES_BY_IDS, Map.of("ids", List.copyOf(wanted)), CypherPointsLedger::entry)
                .stream()
                .filter(entry -> caller.sees(entry.brandId()))
                .collect(toMap(PointsEntry::id, entry -> entry));
    }

    @Override
    public Map<String, Page<PointsEntry>> entries(
            Collection<String> walletIds, PageRequest request) {
        return Page.each(
                graph, ENTRIES, walletIds, request, Cursor.HIGHEST, CypherPointsLedger::entry);
    }
}
