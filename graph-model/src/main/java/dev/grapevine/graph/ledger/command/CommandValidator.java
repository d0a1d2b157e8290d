package dev.grapevine.graph.ledger.command;

import static dev.grapevine.graph.ledger.PointsLedger.MAX_AMOUNT;

import dev.grapevine.graph.kernel.Times;
import dev.grapevine.graph.kernel.command.Validation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Validator of the fields of ledger commands, independent of the stored state. */
@Component
public class CommandValidator {

    private final Times times;

    CommandValidator(Times times) {
        this.times = times;
    }

    public Validation check(Validation validation, AwardPoints command) {
        return source(amount(validation, command.amount(), command.reason()), command.source())
                .past("occurredAt", command.occurredAt(), times)
                .time("availableAt", command.availableAt())
                .time("expiresAt", command.expiresAt());
    }

    public Validation check(Validation validation, RedeemPoints command) {
        return source(amount(validation, command.amount(), command.reason()), command.source())
                .past("occurredAt", command.occurredAt(), times);
    }

    public Validation check(Validation validation, HoldPoints command) {
        return source(amount(validation, command.amount(), command.reason()), command.source())
                .time("expiresAt", command.expiresAt());
    }

    public Validation check(Validation validation, CaptureHold command) {
        return command.amount() == null
                ? validation
                : validation.between("amount", command.amount(), 1, MAX_AMOUNT);
    }

    public Validation check(Validation validation, TransferPoints command) {
        return amount(validation, command.amount(), command.reason());
    }

    public Validation check(Validation validation, AdjustPoints command) {
        return validation
                .between("amount", command.amount(), -MAX_AMOUNT, MAX_AMOUNT)
                .require(command.amount() != 0, "amount", "amount must not be 0.")
                .text("reason", command.reason(), 200);
    }

    public Validation check(Validation validation, ReverseEntry command) {
        var checked = validation.text("reason", command.reason(), 200);
        return command.amount() == null
                ? checked
                : checked.between("amount", command.amount(), 1, MAX_AMOUNT);
    }

    private static Validation amount(Validation validation, long amount, String reason) {
        return validation.between("amount", amount, 1, MAX_AMOUNT).text("reason", reason, 200);
    }

    private static Validation source(Validation validation, @Nullable String source) {
        return validation.name("source", source, 200);
    }
}
