package dev.grapevine.graph.points;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.kernel.Call;
import dev.grapevine.graph.kernel.Command;
import dev.grapevine.graph.kernel.Graph;
import dev.grapevine.graph.kernel.Idempotency;
import dev.grapevine.graph.kernel.Ids;
import dev.grapevine.graph.kernel.Inputs;
import dev.grapevine.graph.kernel.Lanes;
import dev.grapevine.graph.kernel.Outcome;
import dev.grapevine.graph.kernel.Unknown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The ledger's door: checks what commands say, makes orders of them, and sends these in lanes to
 * the {@link LedgerDesk}; inside a transaction, straight to it.
 */
@Component
class CypherPointsLedger implements PointsLedger {

    private final LedgerDesk desk;
    private final LedgerReader reader;
    private final Graph graph;
    private final Idempotency idempotency;
    private final Ids ids;
    private final List<ReversalGuard> guards;
    private final UntilSettled untilSettled;
    private final Lanes<Ticket, Outcome<PointsEntry>> lanes;

    CypherPointsLedger(
            LedgerDesk desk,
            LedgerReader reader,
            Graph graph,
            Idempotency idempotency,
            Ids ids,
            List<ReversalGuard> guards,
            Lanes.Builder lanes) {
        this.desk = desk;
        this.reader = reader;
        this.graph = graph;
        this.idempotency = idempotency;
        this.ids = ids;
        this.guards = guards;
        this.untilSettled = new UntilSettled(desk, graph);
        this.lanes =
                lanes.lay(
                        "ledger",
                        ticket -> ticket.order().needs().getFirst().wallet().customerId(),
                        ticket -> ticket.once().scope(),
                        this::carryOut);
    }

    /** A command with its order, on the way to the desk. */
    private record Ticket(Idempotency.Once once, Order order) {}

    @Override
    public Outcome<PointsEntry> award(Call call, AwardPoints command) {
        return awardAll(List.of(new Award(call, command))).getFirst();
    }

    @Override
    public List<Outcome<PointsEntry>> awardAll(List<Award> awards) {
        if (awards.size() > LARGEST_BATCH) {
            throw new IllegalArgumentException(awards.size() + " awards are too many");
        }
        return Outcome.checked(
                awards,
                award -> LedgerInputs.check(award.call().check(), award.command()),
                right -> runAll(right.stream().map(this::ticket).toList()));
    }

    private Ticket ticket(Award award) {
        var cause = award.command().becauseOf();
        var home =
                cause == null || !cause.startsWith("pte_")
                        ? null
                        : reader.homeOf(award.call().caller(), cause);
        return ticket(
                award.call(),
                award.command(),
                new AwardOrder(award.call().caller(), award.command(), home));
    }

    @Override
    public Outcome<PointsEntry> confirm(Call call, ConfirmPoints command) {
        var unknown = new Unknown("Entry", command.entryId(), "entryId");
        Function<WalletKey, Order> order = home -> new ConfirmOrder(call.caller(), home, command);
        return at(call, command, unknown, "pte_", order);
    }

    @Override
    public Outcome<PointsEntry> redeem(Call call, RedeemPoints command) {
        var inputs = LedgerInputs.check(call.check(), command);
        return run(call, command, inputs, new SpendOrder(call.caller(), command));
    }

    @Override
    public Outcome<PointsEntry> hold(Call call, HoldPoints command) {
        var order = new HoldOrder(call.caller(), command, ids.next("hld"));
        return run(call, command, LedgerInputs.check(call.check(), command), order);
    }

    @Override
    public Outcome<PointsEntry> capture(Call call, CaptureHold command) {
        var inputs = LedgerInputs.check(call.check(), command);
        return inputs.areRight()
                ? close(call, command, command.holdId(), command.amount())
                : inputs.refused();
    }

    @Override
    public Outcome<PointsEntry> release(Call call, ReleaseHold command) {
        return close(call, command, command.holdId(), 0L);
    }

    private Outcome<PointsEntry> close(
            Call call, Command command, String holdId, @Nullable Long amount) {
        var unknown = new Unknown("Hold", holdId, "holdId");
        Function<WalletKey, Order> order =
                home -> new CloseOrder(call.caller(), home, holdId, amount);
        return at(call, command, unknown, "hld_", order);
    }

    @Override
    public Outcome<PointsEntry> transfer(Call call, TransferPoints command) {
        var inputs = LedgerInputs.check(call.check(), command);
        if (inputs.areRight() && command.fromCustomerId().equals(command.toCustomerId())) {
            return Outcome.refused(LedgerRefusal.TRANSFER_TO_SELF);
        }
        return run(call, command, inputs, new TransferOrder(call.caller(), command));
    }

    @Override
    public Outcome<PointsEntry> adjust(Call call, AdjustPoints command) {
        var order = new AdjustOrder(call.caller(), command);
        return run(call, command, LedgerInputs.check(call.check(), command), order);
    }

    @Override
    public Outcome<PointsEntry> reverse(Call call, ReverseEntry command) {
        return reverse(call, command, guards);
    }

    @Override
    public Outcome<PointsEntry> refund(Call call, ReverseEntry command) {
        return reverse(call, command, List.of());
    }

    /** Alone in its transaction: what it takes back must not change beside it. */
    private Outcome<PointsEntry> reverse(
            Call call, ReverseEntry command, List<ReversalGuard> asked) {
        var inputs = LedgerInputs.check(call.check(), command);
        if (!inputs.areRight()) {
            return inputs.refused();
        }
        for (var guard : asked) {
            var obstacle = guard.obstacle(call.caller(), command.entryId());
            if (obstacle.isPresent()) {
                return Outcome.refused(obstacle.get());
            }
        }
        return untilSettled.run(() -> reverseOnce(call, command));
    }

    private Outcome<PointsEntry> reverseOnce(Call call, ReverseEntry command) {
        var needs = reader.needsOfReversal(call.caller(), command);
        if (needs.isEmpty()) {
            return Outcome.refused(new Unknown("Entry", command.entryId(), "entryId"));
        }
        var order = new ReverseOrder(call.caller(), command, needs);
        return carryOut(List.of(ticket(call, command, order))).getFirst();
    }

    /** Carries out what is to be done where an entry or a hold is. */
    private Outcome<PointsEntry> at(
            Call call,
            Command command,
            Unknown otherwise,
            String prefix,
            Function<WalletKey, Order> order) {
        var inputs = call.check();
        var isAsked = inputs.areRight() && otherwise.key().startsWith(prefix);
        var home = isAsked ? reader.homeOf(call.caller(), otherwise.key()) : null;
        if (inputs.areRight() && home == null) {
            return Outcome.refused(otherwise);
        }
        return home == null ? inputs.refused() : run(call, command, inputs, order.apply(home));
    }

    private Outcome<PointsEntry> run(Call call, Command command, Inputs inputs, Order order) {
        return inputs.areRight()
                ? runAll(List.of(ticket(call, command, order))).getFirst()
                : inputs.refused();
    }

    private Ticket ticket(Call call, Command command, Order order) {
        return new Ticket(new Idempotency.Once(call, command, ids.next("pte")), order);
    }

    private List<Outcome<PointsEntry>> runAll(List<Ticket> tickets) {
        if (graph.isInTransaction()) {
            return tickets.stream()
                    .map(ticket -> untilSettled.run(() -> carryOut(List.of(ticket)).getFirst()))
                    .toList();
        }
        var results = lanes.start(tickets);
        var outcomes = new ArrayList<Outcome<PointsEntry>>();
        for (var i = 0; i < tickets.size(); i++) {
            var ticket = tickets.get(i);
            outcomes.add(untilSettled.run(results.get(i), () -> lanes.run(ticket)));
        }
        return outcomes;
    }

    private List<Outcome<PointsEntry>> carryOut(List<Ticket> tickets) {
        var orders =
                tickets.stream().collect(toMap(ticket -> ticket.once().scope(), Ticket::order));
        return idempotency.each(
                tickets.stream().map(Ticket::once).toList(),
                fresh ->
                        desk.carryOut(
                                fresh.stream()
                                        .map(
                                                once ->
                                                        new LedgerDesk.Ordered(
                                                                Objects.requireNonNull(
                                                                        orders.get(once.scope())),
                                                                once.subjectId()))
                                        .toList()),
                reader::firstAnswers);
    }

    @Override
    public void settle(Collection<String> walletIds) {
        desk.settle(reader.keysOf(walletIds));
    }
}
