package dev.grapevine.graph.points;

import static dev.grapevine.graph.points.PointsLedger.LARGEST_AMOUNT;

import dev.grapevine.graph.kernel.Inputs;

import org.jspecify.annotations.Nullable;

/** Checks what commands say by themselves, whatever is in the graph. */
final class LedgerInputs {

    private LedgerInputs() {}

    static Inputs check(Inputs inputs, AwardPoints command) {
        return source(amount(inputs, command.amount(), command.reason()), command.source())
                .time("occurredAt", command.occurredAt())
                .time("availableAt", command.availableAt())
                .time("expiresAt", command.expiresAt());
    }

    static Inputs check(Inputs inputs, RedeemPoints command) {
        return source(amount(inputs, command.amount(), command.reason()), command.source())
                .time("occurredAt", command.occurredAt());
    }

    static Inputs check(Inputs inputs, HoldPoints command) {
        return source(amount(inputs, command.amount(), command.reason()), command.source())
                .time("expiresAt", command.expiresAt());
    }

    static Inputs check(Inputs inputs, CaptureHold command) {
        return command.amount() == null
                ? inputs
                : inputs.between("amount", command.amount(), 1, LARGEST_AMOUNT);
    }

    static Inputs check(Inputs inputs, TransferPoints command) {
        return amount(inputs, command.amount(), command.reason());
    }

    static Inputs check(Inputs inputs, AdjustPoints command) {
        return inputs.between("amount", command.amount(), -LARGEST_AMOUNT, LARGEST_AMOUNT)
                .require(command.amount() != 0, "amount", "0 changes nothing.")
                .text("reason", command.reason(), 1, 200);
    }

    static Inputs check(Inputs inputs, ReverseEntry command) {
        var checked = inputs.text("reason", command.reason(), 1, 200);
        return command.amount() == null
                ? checked
                : checked.between("amount", command.amount(), 1, LARGEST_AMOUNT);
    }

    private static Inputs amount(Inputs inputs, long amount, String reason) {
        return inputs.between("amount", amount, 1, LARGEST_AMOUNT).text("reason", reason, 1, 200);
    }

    private static Inputs source(Inputs inputs, @Nullable String source) {
        return inputs.text("source", source, 1, 200);
    }
}
