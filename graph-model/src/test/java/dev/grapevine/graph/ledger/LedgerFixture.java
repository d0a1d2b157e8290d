package dev.grapevine.graph.ledger;

import static java.util.stream.Collectors.toMap;

import dev.grapevine.graph.customer.Customer;
import dev.grapevine.graph.kernel.command.Call;
import dev.grapevine.graph.kernel.command.Result;
import dev.grapevine.graph.ledger.command.AdjustPoints;
import dev.grapevine.graph.ledger.command.AwardPoints;
import dev.grapevine.graph.ledger.command.CaptureHold;
import dev.grapevine.graph.ledger.command.ConfirmPoints;
import dev.grapevine.graph.ledger.command.HoldPoints;
import dev.grapevine.graph.ledger.command.RedeemPoints;
import dev.grapevine.graph.ledger.command.ReleaseHold;
import dev.grapevine.graph.ledger.command.ReverseEntry;
import dev.grapevine.graph.ledger.command.TransferPoints;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Customers with one currency, and the reversible entries and holds that commands have created. A
 * step picks among these by a number, so that a repeated sequence of steps has the same effects.
 */
record LedgerFixture(
        PointsLedger ledger,
        List<Customer> people,
        String currency,
        List<PointsEntry> deeds,
        List<String> holds) {

    static final int PEOPLE = 3;

    /** Kind of a step. */
    enum Kind {
        AWARD,
        AWARD_BECAUSE,
        AWARD_EXPIRING,
        AWARD_PENDING,
        AWARD_UNCONFIRMED,
        CONFIRM,
        SPEND,
        HOLD,
        CAPTURE,
        RELEASE,
        GIVE,
        ADJUST,
        REVERSE,
        REVERSE_PART,
        REISSUE,
        PASS
    }

    /**
     * Step of a sequence of commands.
     *
     * @param pick number that selects an existing entry or hold
     * @param hours distance from now of a time in the command
     */
    record Step(Kind kind, int who, int whom, long amount, int pick, int hours) {

        static Arbitrary<Step> among(Kind... kinds) {
            return Combinators.combine(
                            Arbitraries.of(kinds),
                            Arbitraries.integers().between(0, PEOPLE - 1),
                            Arbitraries.integers().between(0, PEOPLE - 1),
                            Arbitraries.longs().between(1, 60),
                            Arbitraries.integers().between(0, 1_000),
                            Arbitraries.of(1, 5, 30, 100))
                    .as(Step::new);
        }

        /** Returns true if the step needs an entry or a hold and none exists. */
        boolean isInapplicable(LedgerFixture fixture) {
            return switch (kind) {
                case AWARD_BECAUSE, CONFIRM, REVERSE, REVERSE_PART, REISSUE ->
                        fixture.deeds.isEmpty();
                case CAPTURE, RELEASE -> fixture.holds.isEmpty();
                default -> false;
            };
        }

        int index(List<?> among) {
            return pick % among.size();
        }

        /** Returns the time of what happened: often now, sometimes before or a little later. */
        OffsetDateTime occurred(OffsetDateTime now) {
            return pick % 2 == 0 ? null : now.minusHours(Math.max(-1, hours * (pick % 7 - 1)));
        }

        /** Returns the amount of an adjustment, negative in half of the steps. */
        long correction() {
            return pick % 2 == 0 ? amount : -amount;
        }
    }

    static LedgerFixture of(PointsLedger ledger, List<Customer> people, String currency) {
        return new LedgerFixture(
                ledger,
                people,
                currency,
                new CopyOnWriteArrayList<>(),
                new CopyOnWriteArrayList<>());
    }

    /** Executes a step and records its entry or hold. */
    Result<PointsEntry> perform(Call call, Step step, OffsetDateTime now) {
        var result = execute(call, step, now);
        record(result);
        return result;
    }

    void record(Result<PointsEntry> result) {
        if (result instanceof Result.Success<PointsEntry>(var entry, _)) {
            switch (EntryKind.valueOf(entry.kind())) {
                case EARNED, REDEEMED, CAPTURED, ADJUSTED -> deeds.add(entry);
                case HELD -> holds.add(Objects.requireNonNull(entry.holdId()));
                default -> {}
            }
        }
    }

    Result<PointsEntry> execute(Call call, Step step, OffsetDateTime now) {
        var id = people.get(step.who()).id();
        var amount = step.amount();
        var then = now.plusHours(step.hours());
        return switch (step.kind()) {
            case AWARD -> award(call, step, null, null, false, null, step.occurred(now));
            case AWARD_BECAUSE -> award(call, step, deed(step).id(), null, false, null, null);
            case AWARD_EXPIRING -> award(call, step, null, null, false, then, null);
            case AWARD_PENDING -> award(call, step, null, then, false, null, null);
            case AWARD_UNCONFIRMED -> award(call, step, null, null, true, then, null);
            case CONFIRM -> ledger.confirm(call, new ConfirmPoints(deed(step).id()));
            case SPEND ->
                    ledger.redeem(
                            call,
                            new RedeemPoints(id, currency, amount, "A", null, step.occurred(now)));
            case HOLD -> ledger.hold(call, new HoldPoints(id, currency, amount, "A", null, then));
            case CAPTURE -> ledger.capture(call, new CaptureHold(hold(step), amount));
            case RELEASE -> ledger.release(call, new ReleaseHold(hold(step)));
            case GIVE -> {
                var to = people.get(step.whom()).id();
                yield ledger.transfer(call, new TransferPoints(id, to, currency, amount, "A"));
            }
            case ADJUST ->
                    ledger.adjust(call, new AdjustPoints(id, currency, step.correction(), "A"));
            case REVERSE ->
                    reverse(call, step, null, ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY);
            case REVERSE_PART ->
                    reverse(call, step, amount, ReverseEntry.RefundPolicy.RESTORE_ORIGINAL_EXPIRY);
            case REISSUE -> reverse(call, step, null, ReverseEntry.RefundPolicy.REISSUE);
            case PASS -> throw new IllegalArgumentException("Time is not the ledger's");
        };
    }

    private Result<PointsEntry> award(
            Call call,
            Step step,
            String cause,
            OffsetDateTime available,
            boolean awaits,
            OffsetDateTime expires,
            OffsetDateTime occurred) {
        return ledger.award(
                call,
                new AwardPoints(
                        people.get(step.who()).id(),
                        currency,
                        step.amount(),
                        "A",
                        null,
                        cause,
                        occurred,
                        available,
                        awaits,
                        expires));
    }

    private Result<PointsEntry> reverse(
            Call call, Step step, Long amount, ReverseEntry.RefundPolicy refund) {
        return ledger.reverse(call, new ReverseEntry(deed(step).id(), amount, refund, "A"));
    }

    private PointsEntry deed(Step step) {
        return deeds.get(step.index(deeds));
    }

    private String hold(Step step) {
        return holds.get(step.index(holds));
    }

    /** Returns balance, pending, held and debt of each customer. */
    List<List<Long>> sums(Wallets wallets) {
        var ids = people.stream().map(Customer::id).toList();
        Map<String, List<Long>> sums =
                wallets.ofCustomers(ids, currency).values().stream()
                        .collect(
                                toMap(
                                        Wallet::customerId,
                                        wallet ->
                                                List.of(
                                                        wallet.balance(),
                                                        wallet.pending(),
                                                        wallet.held(),
                                                        wallet.debt())));
        return ids.stream().map(id -> sums.getOrDefault(id, List.of(0L, 0L, 0L, 0L))).toList();
    }
}
